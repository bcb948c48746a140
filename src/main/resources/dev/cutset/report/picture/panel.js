// What stands beside the drawing and under it: lists, and the table.
const ROWS = 200;
const RESULTS = 20;
let chosen;
let lit;
let rows = ROWS;

function button(text, action, pressed) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  if (pressed !== undefined) made.setAttribute('aria-pressed', pressed);
  made.addEventListener('click', action);
  return made;
}

function item(...content) {
  const made = document.createElement('li');
  made.append(...content);
  return made;
}

function quiet(text) {
  const made = item(text);
  made.className = 'quiet';
  return made;
}

function showKilled() {
  const list = [...killed].map(([id, loss]) => item(button('Revive ' + loss.name, () => change(id, loss))));
  byId('killed').replaceChildren(...(list.length > 0 ? list : [quiet('Nothing yet.')]));
}

function showEntries() {
  for (const element of all('[data-entry]')) {
    const verdict = result.verdicts[kindest.entryPoints.findIndex(entry => entry.id === element.dataset.entry)] || 'up';
    const state = element.querySelector('.state');
    state.textContent = verdict === 'unknown' ? 'may fall' : verdict;
    state.className = 'state ' + verdict;
  }
}

function mark(text) {
  const state = document.createElement('span');
  state.className = 'state ' + text;
  state.textContent = text;
  return state;
}

function wordOf(id) {
  return result.down.has(id) ? 'down' : result.open.has(id) ? 'unknown' : 'up';
}

// The last card that was chosen: its copies one by one, and whom it needs.
function showChosen() {
  byId('chosen').hidden = !chosen;
  if (!chosen) return;
  byId('chosen-title').textContent = 'Chosen: ' + chosen.title;
  const component = components.get(chosen.members[0]);
  if (chosen.entry || !component) {
    byId('chosen-text').textContent = chosen.subtitle;
    byId('chosen-parts').replaceChildren();
    return;
  }
  const copies = component.replicas;
  const needs = [...needed(component.need, new Set())].map(id => components.get(id)).filter(Boolean).map(each => each.name);
  const serving = copies.length === 1 ? 'It has one copy' : 'It needs ' + component.required + ' of its ' + copies.length + ' copies';
  byId('chosen-text').textContent = component.title + ', ' + wordOf(component.id) + '. ' + serving
    + (needs.length > 0 ? ', and needs ' + names(needs) + '.' : '.');
  const list = copies.filter(copy => copy.alone).slice(0, RESULTS).map(copy => {
    const dead = isKilled('replicas', copy.id);
    return item(button((dead ? 'Revive ' : 'Kill ') + copy.name + ' in ' + copy.domains[0][2], () => toggle('replicas', copy.id, copy.name)));
  });
  const whole = isKilled('components', component.id);
  if (whole || copies.length > 1 || list.length === 0) list.push(item(button(whole ? 'Revive the component' : 'Kill every copy of it', () => toggle('components', component.id, component.name))));
  byId('chosen-parts').replaceChildren(...list);
}

function light(number) {
  lit = lit === number ? undefined : number;
  all('.finding').forEach((element, i) => element.setAttribute('aria-expanded', i === lit));
  if (lit !== undefined && sheet !== 0 && !cards().some(isInChain)) openSheet(0);
  emphasize();
  const at = lit === undefined ? -1 : cards().findIndex(isInChain);
  if (at >= 0) cardElements()[at].scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const chainOf = finding => new Set([...finding.chain, ...finding.resources].map(n => model.ids[n]));

function isInChain(card) {
  const chain = chainOf(model.findings[lit]);
  return card.members.some(id => chain.has(id));
}

// What a finding speaks of and what the search finds stands out, the rest steps back.
function emphasize() {
  const searching = wanted() !== '';
  const chain = cards().map(card => lit !== undefined && isInChain(card));
  cardElements().forEach((element, i) => {
    const found = searching && isFound(cards()[i]);
    element.classList.toggle('chain', chain[i]);
    element.classList.toggle('match', found);
    element.classList.toggle('faded', (lit !== undefined || searching) && !chain[i] && !found);
  });
  for (const box of drawing().boxElements) box.classList.toggle('match', searching && isWanted(box.getAttribute('aria-label')));
  drawing().classList.toggle('told', lit !== undefined);
  const first = firstCard[sheet];
  for (const line of drawing().lines) line.classList.toggle('lit', chain[line.dataset.from - first] && chain[line.dataset.to - first]);
}

const wanted = () => byId('search').value.trim().toLowerCase();
const isWanted = (...texts) => texts.some(text => text.toLowerCase().includes(wanted()));

function searched(component) {
  return isWanted(component.name, component.title, component.id, ...component.replicas.flatMap(copy => [copy.name, copy.domains[0][2]]));
}

function isFound(card) {
  return isWanted(card.title, card.subtitle) || card.members.some(id => components.has(id) && searched(components.get(id)));
}

function search() {
  byId('found-part').hidden = wanted() === '';
  if (wanted() !== '') showFound();
  emphasize();
  const match = drawing().querySelector('.card.match');
  if (match) match.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  rows = ROWS;
  if (byId('as-table').open) fillTable();
}

function showFound() {
  const found = [...components.values()].filter(component => places.has(component.id) && searched(component));
  const domains = drawing().boxElements.filter(box => isWanted(box.getAttribute('aria-label')));
  const count = found.length + domains.length;
  byId('found-count').textContent = count === 0 ? 'Nothing is called “' + byId('search').value.trim() + '”. Try a name, a type or a zone.' : count + ' found';
  const list = [
    ...domains.map(box => item(button(box.getAttribute('aria-label'), () => box.focus()))),
    ...found.slice(0, RESULTS).map(each => item(button(each.name + ', ' + each.title, () => reveal(each.id))))
  ].slice(0, RESULTS);
  if (count > RESULTS) list.push(quiet('and ' + (count - RESULTS) + ' more: type more of the name'));
  byId('found').replaceChildren(...list);
}

function fillTable() {
  const order = ['down', 'unknown', 'up'];
  const listed = [...harshest.components].filter(component => component.replicas.length > 0 && (wanted() === '' || searched(component)));
  const sorted = listed.sort((one, other) => order.indexOf(wordOf(one.id)) - order.indexOf(wordOf(other.id)));
  byId('rows').replaceChildren(...sorted.slice(0, rows).map(row));
  byId('more-rows').hidden = sorted.length <= rows;
  byId('caption').textContent = Math.min(rows, sorted.length) + ' of ' + sorted.length + ' components. What is down comes first; the search narrows it.';
}

function row(component) {
  const made = document.createElement('tr');
  const places = [...new Set(component.replicas.map(replica => replica.domains[0][2]))];
  const dead = isKilled('components', component.id);
  const kill = button(dead ? 'Revive' : 'Kill', () => toggle('components', component.id, component.name));
  kill.setAttribute('aria-label', kill.textContent + ' ' + component.name);
  for (const content of [component.name, component.title, names(places), mark(wordOf(component.id)), kill]) {
    const cell = document.createElement('td');
    cell.append(content);
    made.append(cell);
  }
  return made;
}
