const model = JSON.parse(document.getElementById('model').textContent);
const byId = id => document.getElementById(id);
const all = selector => [...document.querySelectorAll(selector)];
const components = new Map(model.runs[1].components.map(component => [component.id, component]));
const replicas = new Map(model.runs[1].components.flatMap(c => c.replicas.map(replica => [replica.id, replica])));
const cards = all('[data-card]');
const boxes = all('[data-domain]');
const words = ['the component here', 'its zone', 'its region', 'its provider or cloud'];
const scopes = [[], ['zone'], ['region'], ['provider', 'cloud']];
const killed = new Map();

// The drawing fits the window as long as it can be read; beyond that one scrolls, from the entry points on.
function fit() {
  const drawing = byId('drawing');
  const picture = drawing.querySelector('svg');
  const width = picture.viewBox.baseVal.width;
  picture.style.maxWidth = width + 'px';
  picture.style.minWidth = 0.6 * width + 'px';
  drawing.scrollLeft = (drawing.scrollWidth - drawing.clientWidth) / 2;
}

function toggle(kind, key, name) {
  const id = kind + ' ' + key;
  if (!killed.delete(id)) killed.set(id, { kind, key, name });
  show();
}

function keysOf(kind) {
  return [...killed.values()].filter(each => each.kind === kind).map(each => each.key);
}

// The slider decides how much around a card goes with it; where nothing that large is around, the
// next smaller.
function killCard(card) {
  if (card.entry) return listMembers(card);
  const around = card.copies.length > 0 ? replicas.get(card.copies[0]).domains : [];
  for (let level = Number(byId('scope').value); level > 0; level--) {
    const domain = around.find(each => scopes[level].includes(each[0]));
    if (domain) return toggle('domains', domain[1], domain[0] + ' ' + domain[2]);
  }
  if (card.members.length > 1) return listMembers(card);
  const alone = card.copies.filter(id => replicas.get(id).alone);
  if (alone.length === 0) return toggle('components', card.members[0], card.title);
  const dead = alone.every(id => killed.has('replicas ' + id));
  alone.forEach(id => {
    if (killed.has('replicas ' + id) === dead) toggle('replicas', id, replicas.get(id).name);
  });
}

function button(text, pressed, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.setAttribute('aria-pressed', pressed);
  made.addEventListener('click', action);
  return made;
}

function item(content) {
  const made = document.createElement('li');
  made.append(content);
  return made;
}

function killComponent(id) {
  toggle('components', id, components.get(id).name);
}

function listMembers(card) {
  byId('members').replaceChildren(...card.members.filter(id => components.has(id)).map(id =>
    item(button('Kill or revive ' + components.get(id).name, false, () => killComponent(id)))));
}

function stateOf(card, result) {
  if (card.entry) {
    return result.verdicts[model.runs[0].entryPoints.findIndex(entry => entry.id === card.members[0])];
  }
  if (card.members.every(id => result.down.has(id))) return 'down';
  if (card.members.some(id => result.open.has(id) || result.down.has(id))) return 'unknown';
  const failure = current();
  return card.copies.length > 0 && card.copies.every(id => isDead(replicas.get(id), failure, false)) ? 'gone' : 'up';
}

function current() {
  return failureOf(keysOf('domains'), keysOf('replicas'), keysOf('components'));
}

function show() {
  const result = simulate(model, current());
  const states = model.cards.map(card => stateOf(card, result));
  cards.forEach((element, i) => {
    ['down', 'unknown', 'gone'].forEach(state => element.classList.toggle(state, states[i] === state));
    element.setAttribute('aria-pressed', states[i] === 'down' || states[i] === 'gone');
  });
  boxes.forEach(element => {
    const dead = killed.has('domains ' + element.dataset.domain);
    element.classList.toggle('killed', dead);
    element.setAttribute('aria-pressed', dead);
  });
  all('.line').forEach(line => line.classList.toggle('hot', states[line.dataset.from] === 'down' && states[line.dataset.to] === 'down'));
  showKilled();
  tell(result);
  if (byId('as-table').open) fillTable(result);
}

function showKilled() {
  const rows = [...killed.values()].map(each => item(button('Revive ' + each.name, true, () => toggle(each.kind, each.key, each.name))));
  byId('killed').replaceChildren(...(rows.length > 0 ? rows : [item('Nothing yet.')]));
}

function tell(result) {
  const named = verdict => model.runs[0].entryPoints.filter((entry, i) => result.verdicts[i] === verdict).map(entry => entry.name);
  const [down, unknown] = [named('down'), named('unknown')];
  const parts = [];
  if (down.length > 0) parts.push('Down: ' + down.join(', ') + '.');
  if (unknown.length > 0) parts.push('Not decided by what is known yet: ' + unknown.join(', ') + '.');
  if (parts.length === 0) parts.push('All entry points are up.');
  if (killed.size > 0) parts.push(killed.size + ' killed, ' + result.down.size + ' components down in all.');
  byId('status').textContent = parts.join(' ');
  byId('status').className = down.length > 0 ? 'bad' : unknown.length > 0 ? 'open' : '';
}

function fillTable(result) {
  byId('rows').replaceChildren(...[...components.values()].map(component => {
    const row = document.createElement('tr');
    const state = result.down.has(component.id) ? 'down' : result.open.has(component.id) ? 'unknown' : 'up';
    const places = [...new Set(component.replicas.map(replica => replica.domains[0][2]))].join(', ');
    for (const text of [component.name, component.title, places, state]) {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    }
    const cell = document.createElement('td');
    cell.append(button(killed.has('components ' + component.id) ? 'Revive' : 'Kill', killed.has('components ' + component.id), () => killComponent(component.id)));
    row.append(cell);
    return row;
  }));
}

function light(element) {
  const pressed = element.getAttribute('aria-pressed') === 'true';
  all('.finding').forEach(other => other.setAttribute('aria-pressed', false));
  element.setAttribute('aria-pressed', !pressed);
  const finding = model.findings[element.dataset.finding];
  const chain = new Set([...finding.chain, ...finding.resources]);
  cards.forEach((card, i) => {
    const within = !pressed && model.cards[i].members.some(id => chain.has(id));
    card.classList.toggle('chain', within);
    card.classList.toggle('faded', !pressed && !within);
  });
}

function search() {
  const wanted = byId('search').value.toLowerCase();
  cards.forEach((element, i) => {
    const texts = [model.cards[i].title, ...model.cards[i].members, element.getAttribute('aria-label')];
    element.classList.toggle('faded', wanted !== '' && !texts.some(text => text.toLowerCase().includes(wanted)));
  });
}

function pressable(element, action) {
  element.addEventListener('click', action);
  element.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      action();
    }
  });
}

cards.forEach((element, i) => pressable(element, () => killCard(model.cards[i])));
boxes.forEach(element => pressable(element, () => toggle('domains', element.dataset.domain, element.getAttribute('aria-label'))));
all('.finding').forEach(element => element.addEventListener('click', () => light(element)));
byId('search').addEventListener('input', search);
byId('scope').addEventListener('input', () => {
  byId('scope-word').textContent = words[byId('scope').value];
  byId('scope').setAttribute('aria-valuetext', words[byId('scope').value]);
});
byId('revive').addEventListener('click', () => { killed.clear(); show(); });
byId('theme').addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.classList.contains('dark') || (!root.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
  root.classList.toggle('dark', !dark);
  root.classList.toggle('light', dark);
});
byId('as-table').addEventListener('toggle', show);
document.addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== byId('search')) {
    event.preventDefault();
    byId('search').focus();
  }
});
fit();
