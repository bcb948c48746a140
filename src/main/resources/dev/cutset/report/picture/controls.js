// What the reader does.
all('[data-finding]').forEach((element, i) => element.addEventListener('click', () => light(i)));
all('[data-rehearse]').forEach((element, i) => element.addEventListener('click', () => rehearse(i)));
byId('search').addEventListener('input', search);
byId('search').addEventListener('keydown', event => {
  const first = byId('found').querySelector('button');
  if (event.key === 'Enter' && wanted() !== '' && first) first.click();
});
byId('scope').addEventListener('input', () => {
  const word = scopeWords[byId('scope').value];
  byId('scope-word').textContent = word;
  byId('scope').setAttribute('aria-valuetext', word);
});
byId('revive').addEventListener('click', reviveAll);
byId('smaller').addEventListener('click', () => zoom(scale / 1.25));
byId('larger').addEventListener('click', () => zoom(scale * 1.25));
byId('fit').addEventListener('click', () => zoom(Math.min(1.5, (byId('drawing').clientWidth - 2) / drawing().viewBox.baseVal.width)));
byId('more-rows').addEventListener('click', () => { rows += ROWS; fillTable(); });
byId('as-table').addEventListener('toggle', () => { if (byId('as-table').open) fillTable(); });

const isDark = () => document.documentElement.classList.contains('dark')
  || (!document.documentElement.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);

function nameTheme() {
  byId('theme').textContent = isDark() ? 'Light theme' : 'Dark theme';
}

byId('theme').addEventListener('click', () => {
  const dark = isDark();
  document.documentElement.classList.toggle('dark', !dark);
  document.documentElement.classList.toggle('light', dark);
  nameTheme();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', nameTheme);

// Takes back the last kind of thing that was done.
function takeBack() {
  if (byId('search').value !== '') {
    byId('search').value = '';
    search();
  } else if (lit !== undefined) light(lit);
  else if (killed.size > 0) reviveAll();
  else if (sheet !== 0) openSheet(model.sheets[sheet].above);
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches('input');
  if (event.key === '/' && !typing) {
    event.preventDefault();
    byId('search').focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    takeBack();
  } else if (event.target.matches('[data-card], [data-domain]')) {
    if (arrows[event.key]) {
      event.preventDefault();
      step(event.target, arrows[event.key]);
    } else if (event.key === '+' || event.key === '-') zoom(event.key === '+' ? scale * 1.25 : scale / 1.25);
  }
});

// A drag moves the drawing, and is no choice of what it began on.
const frame = byId('drawing');
let drag;
frame.addEventListener('pointerdown', event => {
  if (event.pointerType === 'mouse' && event.button === 0) drag = { x: event.clientX, y: event.clientY, moved: false };
});
window.addEventListener('pointermove', event => {
  if (!drag) return;
  drag.moved = drag.moved || Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 5;
  if (!drag.moved) return;
  frame.classList.add('dragged');
  frame.scrollBy(drag.x - event.clientX, drag.y - event.clientY);
  [drag.x, drag.y] = [event.clientX, event.clientY];
});
let dragged = false;
window.addEventListener('pointerup', () => {
  dragged = Boolean(drag && drag.moved);
  drag = undefined;
  frame.classList.remove('dragged');
  setTimeout(() => { dragged = false; });
});
frame.addEventListener('click', event => {
  if (dragged) event.stopPropagation();
}, true);
frame.addEventListener('wheel', event => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  zoom(event.deltaY < 0 ? scale * 1.1 : scale / 1.1);
}, { passive: false });
frame.addEventListener('focusin', event => event.target.scrollIntoView({ block: 'nearest', inline: 'nearest' }));

prepare(drawing());
nameTheme();
fit();
result = simulate(model, current());
showEntries();
