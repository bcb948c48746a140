// What of a page is too faint by WCAG 2.2 AA: text against what is behind it (1.4.3), and the
// parts that one has to see against what is beside them (1.4.11).
all('.picture rect').forEach(rect => { rect.style.transition = 'none'; });
let measured = 0;

function rgb(colour) {
  const parts = colour.match(/[\d.]+/g).map(Number);
  return { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
}

function luminance({ r, g, b }) {
  const [red, green, blue] = [r, g, b].map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one, other) {
  const [light, dark] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const isPaint = colour => colour !== 'none' && colour !== 'transparent' && rgb(colour).a > 0;

// What is painted behind a point, from the element on.
function behind(x, y, element) {
  const there = document.elementsFromPoint(x, y);
  for (const each of there.slice(Math.max(0, there.indexOf(element)))) {
    if (each === element) continue;
    const style = getComputedStyle(each);
    if (each instanceof SVGRectElement && isPaint(style.fill)) return style.fill;
    if (!(each instanceof SVGElement) && isPaint(style.backgroundColor)) return style.backgroundColor;
  }
  return getComputedStyle(document.body).backgroundColor;
}

function tooFaintText() {
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.textContent.trim() === '' || element.closest('script, template, style, .skip')) continue;
    if (!element.checkVisibility()) continue;
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const range = document.createRange();
    range.selectNodeContents(node);
    const area = range.getBoundingClientRect();
    if (area.width === 0) continue;
    const style = getComputedStyle(element);
    const svg = element instanceof SVGElement;
    const colour = svg ? style.fill : style.color;
    const ground = behind(area.x + Math.min(6, area.width / 2), area.y + area.height / 2, svg ? element : null);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    measured += 1;
    if (ratio(colour, ground) < (large ? 3 : 4.5)) {
      faint.push(node.textContent.trim().slice(0, 40) + ': ' + colour + ' on ' + ground + ' is ' + ratio(colour, ground).toFixed(2));
    }
  }
  return faint;
}

// Borders of what can be chosen, dots of copies, heads of arrows. What stepped back for a while is
// told apart by its text.
function tooFaintParts() {
  const faint = [];
  const check = (element, colour, ground) => {
    measured += 1;
    if (ratio(colour, ground) < 3) faint.push(element.outerHTML.slice(0, 80) + ': ' + colour + ' on ' + ground + ' is ' + ratio(colour, ground).toFixed(2));
  };
  for (const rect of all('#drawing .card:not(.faded) > rect, #drawing .box > rect')) {
    rect.scrollIntoView({ block: 'center', inline: 'center' });
    const area = rect.getBoundingClientRect();
    check(rect, getComputedStyle(rect).stroke, getComputedStyle(rect).fill);
    check(rect, getComputedStyle(rect).stroke, behind(area.x - 3, area.y + area.height / 2, null));
  }
  for (const dot of all('#drawing .card:not(.faded) .copy')) {
    check(dot, getComputedStyle(dot).stroke, getComputedStyle(dot.parentElement.querySelector('rect')).fill);
  }
  for (const control of all('button, input')) {
    if (!control.checkVisibility()) continue;
    const around = control.parentElement.closest('#status') ? '#status' : 'body';
    check(control, getComputedStyle(control).borderTopColor, getComputedStyle(document.querySelector(around)).backgroundColor);
  }
  const focus = getComputedStyle(document.documentElement).getPropertyValue('--focus');
  const probe = document.createElement('i');
  document.body.append(probe);
  probe.style.color = focus;
  check(probe, getComputedStyle(probe).color, getComputedStyle(document.body).backgroundColor);
  probe.remove();
  return faint;
}
