// What is killed, and what is said of it.
const model = readModel(JSON.parse(document.getElementById('model').textContent));
const byId = id => document.getElementById(id);
const all = (selector, within) => [...(within || document).querySelectorAll(selector)];
const [kindest, harshest] = model.runs;
const components = new Map([...kindest.components, ...harshest.components].map(component => [component.id, component]));
const replicas = new Map([...components.values()].flatMap(c => c.replicas.map(replica => [replica.id, replica])));
const ownerOf = new Map([...components.values()].flatMap(c => c.replicas.map(replica => [replica.id, c])));
const cardsOf = model.sheets.map(sheet => sheet.cards.map(card =>
  ({ ...card, members: card.members.map(n => model.ids[n]), copies: card.copies.map(n => model.ids[n]) })));
const killed = new Map();
let result;

function toggle(kind, key, name) {
  change(kind + ' ' + key, { kind, keys: [key], name });
}

function change(id, loss) {
  const revived = killed.delete(id);
  if (!revived) killed.set(id, loss);
  show((revived ? 'Revived ' : 'Killed ') + loss.name + '.');
}

function isKilled(kind, key) {
  return killed.has(kind + ' ' + key);
}

function reviveAll() {
  const had = killed.size;
  killed.clear();
  show(had > 0 ? 'Revived everything.' : 'Nothing was dead.');
}

function current() {
  const keys = kind => [...killed.values()].filter(each => each.kind === kind).flatMap(each => each.keys);
  return failureOf(keys('domains'), keys('replicas'), keys('components'));
}

// The slider decides how much around a card goes with it; where nothing that large is around, the
// next smaller.
const scopes = [[], ['zone'], ['region'], ['provider', 'cloud']];
const scopeWords = ['the instances chosen', 'their zone', 'their region', 'their provider or cloud'];

function killCard(card) {
  const around = card.copies.length > 0 ? replicas.get(card.copies[0]).domains : [];
  for (let level = Number(byId('scope').value); level > 0; level--) {
    const domain = around.find(each => scopes[level].includes(each[0]));
    if (domain) return toggle('domains', domain[1], labelOf(domain));
  }
  const alone = card.copies.filter(id => replicas.get(id).alone);
  if (alone.length === 0) return toggle('components', card.members[0], card.title);
  const dead = alone.every(id => isKilled('replicas', id));
  for (const id of alone) {
    if (dead) killed.delete('replicas ' + id);
    else killed.set('replicas ' + id, { kind: 'replicas', keys: [id], name: replicas.get(id).name });
  }
  show((dead ? 'Revived ' : 'Killed ') + card.title + (alone.length > 1 ? ', ' + alone.length + ' copies.' : '.'));
}

function labelOf(domain) {
  return domain[2].includes(domain[0] + ' ') ? domain[2] : domain[0] + ' ' + domain[2];
}

// What a finding says fails, fails alone.
function rehearse(number) {
  const { kind, name, urn } = model.findings[number];
  killed.clear();
  const domain = model.domains.find(each => each[0] === kind && each[2] === name);
  const id = model.ids[urn];
  const copy = [...replicas.values()].find(each => each.name === name && (urn < 0 || each.id.startsWith(id + '#')))
    || [...replicas.values()].find(each => urn >= 0 && each.id.startsWith(id + '#'));
  if (domain) return toggle('domains', domain[1], labelOf(domain));
  if (copy) return toggle('replicas', copy.id, copy.name);
  return show('It is not in the drawing.');
}

function show(what) {
  result = simulate(model, current());
  showSheet();
  showKilled();
  showEntries();
  showChosen();
  tell(what);
  if (byId('as-table').open) fillTable();
}

function names(list) {
  return list.length > 4 ? list.slice(0, 3).join(', ') + ' and ' + (list.length - 3) + ' others' : list.join(', ');
}

function tell(what) {
  const named = verdict => kindest.entryPoints.filter((entry, i) => result.verdicts[i] === verdict).map(entry => entry.name);
  const [down, unknown] = [named('down'), named('unknown')];
  const parts = what ? [what] : [];
  if (down.length > 0) parts.push('Down: ' + names(down) + '.');
  if (unknown.length > 0) parts.push('Not decided by what is known yet: ' + names(unknown) + '.');
  if (down.length + unknown.length === 0) {
    parts.push(kindest.entryPoints.length > 0 ? 'All entry points are up.' : 'There is no entry point to go down.');
  }
  if (killed.size > 0) parts.push(result.down.size + (result.down.size === 1 ? ' component is' : ' components are') + ' down in all.');
  byId('status').textContent = parts.join(' ');
  byId('status').className = down.length > 0 ? 'bad' : unknown.length > 0 ? 'open' : '';
}
