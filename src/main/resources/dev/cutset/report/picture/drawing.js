// The sheet that is shown: its cards and boxes, what state they are in, and how large it is.
const SVG = 'http://www.w3.org/2000/svg';
const firstCard = [];
cardsOf.reduce((first, cards, i) => { firstCard[i] = first; return first + cards.length; }, 0);
const drawings = [byId('drawing').querySelector('svg')];
const places = new Map();
cardsOf.forEach((cards, sheet) => cards.forEach((card, i) => {
  if (!card.entry && card.opens === undefined && !places.has(card.members[0])) places.set(card.members[0], [sheet, i]);
}));
let sheet = 0;
let scale = 1;

const drawing = () => drawings[sheet];
const cards = () => cardsOf[sheet];
const cardElements = () => drawing().cardElements;
const cardOf = element => cards()[element.dataset.card - firstCard[sheet]];

function prepare(svg) {
  svg.cardElements = all('[data-card]', svg).sort((one, other) => one.dataset.card - other.dataset.card);
  svg.boxElements = all('[data-domain]', svg);
  svg.lines = all('.lines path', svg);
  const labels = all('.label', svg);
  svg.boxElements.forEach((box, i) => {
    box.label = labels[i];
    box.plainLabel = labels[i].textContent;
  });
  for (const element of svg.cardElements) {
    const area = element.querySelector('rect');
    const state = document.createElementNS(SVG, 'text');
    state.setAttribute('class', 'state');
    state.setAttribute('x', area.x.baseVal.value + area.width.baseVal.value - 9);
    state.setAttribute('y', area.y.baseVal.value + 52);
    element.append(state);
    element.plainLabel = element.getAttribute('aria-label');
    pressable(element, () => choose(element));
    const number = element.dataset.card;
    const near = on => svg.lines.forEach(line => line.classList.toggle('near', on && (line.dataset.from === number || line.dataset.to === number)));
    for (const [event, on] of [['mouseenter', true], ['focus', true], ['mouseleave', false], ['blur', false]]) {
      element.addEventListener(event, () => near(on));
    }
  }
  for (const element of svg.boxElements) {
    pressable(element, () => toggle('domains', element.dataset.domain, element.getAttribute('aria-label')));
  }
  return svg;
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

function choose(element) {
  const card = cardOf(element);
  if (card.opens !== undefined) return openSheet(card.opens);
  chosen = card;
  if (card.entry) return show('');
  killCard(card);
}

// Drawn when it is opened for the first time, so that a large system does not cost what nobody looks at.
function openSheet(number) {
  if (!drawings[number]) {
    drawings[number] = prepare(document.importNode(byId('sheet-' + number).content, true).querySelector('svg'));
  }
  const from = sheet;
  sheet = number;
  byId('drawing').replaceChildren(drawing());
  fit();
  showCrumbs();
  show(number === 0 ? 'Everything is shown.' : model.sheets[number].name + ' is open.');
  emphasize();
  const back = cards().findIndex(card => card.opens === from);
  if (back >= 0) cardElements()[back].focus();
  else byId('drawing').focus({ preventScroll: true });
}

function showCrumbs() {
  const path = [];
  for (let at = sheet; at > 0; at = model.sheets[at].above) path.unshift(at);
  const crumbs = [0, ...path].map(at => {
    if (at !== sheet) return button(at === 0 ? 'Everything' : model.sheets[at].name, () => openSheet(at));
    const here = document.createElement('b');
    here.textContent = model.sheets[at].name;
    return here;
  });
  const members = [...new Set(cards().filter(card => !card.entry).flatMap(card => card.members))];
  const loss = { kind: 'components', keys: members, name: 'all of ' + model.sheets[sheet].name };
  crumbs.push(button('Kill or revive all of it', () => change('sheet ' + sheet, loss)));
  byId('crumbs').replaceChildren(...crumbs.flatMap((crumb, i) => (i === 0 || i === crumbs.length - 1 ? [crumb] : ['›', crumb])));
  byId('crumbs').hidden = sheet === 0;
}

// [class, words] of what became of a card.
function stateOf(card, failure) {
  const total = card.members.length;
  if (card.entry) {
    const verdicts = kindest.entryPoints.map((entry, i) => (card.members.includes(entry.id) ? result.verdicts[i] : 'up'));
    return counted(verdicts.filter(each => each === 'down').length, verdicts.filter(each => each === 'unknown').length, total);
  }
  const down = card.members.filter(id => result.down.has(id)).length;
  const open = card.members.filter(id => result.open.has(id)).length;
  const lost = card.copies.filter(id => isDead(replicas.get(id), failure, false)).length;
  const state = counted(down, open, total);
  if (state[0] !== '' || lost === 0) return state;
  if (total === 1 && lost === card.copies.length) return ['gone', 'lost here'];
  return [total > 1 ? 'some' : '', lost + (lost === 1 ? ' copy lost' : ' copies lost')];
}

function counted(down, open, total) {
  if (down === total) return ['down', 'down'];
  if (down > 0) return ['some', down + ' of ' + total + ' down'];
  if (open > 0) return ['unknown', (total > 1 ? open + ' of ' + total + ' ' : '') + 'may be down'];
  return ['', ''];
}

function showSheet() {
  const failure = current();
  const states = cards().map(card => stateOf(card, failure));
  cardElements().forEach((element, i) => {
    const [state, words] = states[i];
    ['down', 'unknown', 'gone', 'some'].forEach(each => element.classList.toggle(each, each === state));
    element.lastChild.textContent = words;
    element.setAttribute('aria-label', element.plainLabel + (words ? ', ' + words : ''));
    if (element.hasAttribute('aria-pressed')) element.setAttribute('aria-pressed', cards()[i].copies.every(id => isDead(replicas.get(id), failure, false)) || killed.has('components ' + cards()[i].members[0]));
    all('.copy', element).forEach((copy, at) => copy.classList.toggle('dead', isDead(replicas.get(cards()[i].copies[at]), failure, false) || state === 'down'));
  });
  for (const element of drawing().boxElements) {
    const dead = isKilled('domains', element.dataset.domain);
    element.classList.toggle('killed', dead);
    element.label.classList.toggle('killed', dead);
    element.label.textContent = element.plainLabel + (dead ? ', dead' : '');
    element.setAttribute('aria-pressed', dead);
  }
  const first = firstCard[sheet];
  const falls = number => ['down', 'some'].includes(states[number - first][0]);
  for (const line of drawing().lines) line.classList.toggle('hot', falls(line.dataset.from) && falls(line.dataset.to));
}

// As large as fits, and never too small to read: beyond that one scrolls.
function fit() {
  zoom(Math.max(0.8, Math.min(1, (byId('drawing').clientWidth - 2) / drawing().viewBox.baseVal.width)));
  byId('drawing').scrollLeft = (byId('drawing').scrollWidth - byId('drawing').clientWidth) / 2;
  byId('drawing').scrollTop = 0;
}

function zoom(to) {
  const frame = byId('drawing');
  const by = Math.min(3, Math.max(0.15, to)) / scale;
  const [x, y] = [frame.scrollLeft + frame.clientWidth / 2, frame.scrollTop + frame.clientHeight / 2];
  scale *= by;
  drawing().style.width = drawing().viewBox.baseVal.width * scale + 'px';
  drawing().style.height = drawing().viewBox.baseVal.height * scale + 'px';
  frame.scrollLeft = x * by - frame.clientWidth / 2;
  frame.scrollTop = y * by - frame.clientHeight / 2;
}

// The next card or box in a direction, near and straight on.
function step(from, direction) {
  const middle = element => {
    const area = (element.label || element.querySelector('rect')).getBoundingClientRect();
    return [area.x + area.width / 2, area.y + area.height / 2];
  };
  const [x, y] = middle(from);
  const distance = element => {
    const [there, below] = middle(element);
    const [along, across] = direction[0] !== 0 ? [(there - x) * direction[0], below - y] : [(below - y) * direction[1], there - x];
    return along > 4 ? along + 3 * Math.abs(across) : Infinity;
  };
  const others = [...cardElements(), ...drawing().boxElements].filter(element => element !== from);
  const nearest = others.reduce((best, element) => (distance(element) < distance(best) ? element : best), from);
  if (nearest !== from) nearest.focus();
}

function reveal(id) {
  const [there, number] = places.get(id);
  if (there !== sheet) openSheet(there);
  const element = cardElements()[number];
  element.scrollIntoView({ block: 'center', inline: 'center' });
  element.focus();
}
