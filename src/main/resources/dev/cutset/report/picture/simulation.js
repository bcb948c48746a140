'use strict';
// What goes down when things fail: the rules of Cutset's analysis, for any set of failures.
// A failure is {domains, replicas, components}, each a Set of keys.

function failureOf(domains, replicas, components) {
  return { domains: new Set(domains), replicas: new Set(replicas), components: new Set(components) };
}

// What the page is given names everything by its number in a table.
function readModel(raw) {
  const around = number => {
    const chain = [];
    for (let at = number; at >= 0; at = raw.domains[at][3]) chain.push(raw.domains[at].slice(0, 3));
    return chain;
  };
  const chains = raw.domains.map((domain, number) => around(number));
  const need = part => (typeof part === 'number' ? raw.ids[part] : [part[0], part[1].map(need)]);
  const replica = each => ({ ...each, id: raw.ids[each.id], domains: chains[each.at], need: need(each.need) });
  const components = raw.components.map(each => ({
    ...each,
    id: raw.ids[each.id],
    need: need(each.need),
    replicas: (each.replicas || []).map(replica),
    standbys: (each.standbys || []).map(replica)
  }));
  const runs = raw.runs.map(run => ({
    components: run.components.map(number => components[number]),
    entryPoints: raw.entryPoints.map((entry, i) => ({ ...entry, need: need(run.needs[i]) }))
  }));
  return { runs, ids: raw.ids, domains: raw.domains, sheets: raw.sheets, findings: raw.findings };
}

// A copy dies with itself and with each domain around it. Taken at its worst, a zone that is not
// known yet is any zone of its region.
function isDead(replica, failure, harshest) {
  if (replica.alone && failure.replicas.has(replica.id)) return true;
  const known = replica.zoneKnown || !harshest;
  if ((known ? replica.domains : replica.domains.slice(1)).some(domain => failure.domains.has(domain[1]))) return true;
  if (known) return false;
  const region = replica.domains[1][1] + '/';
  return [...failure.zones].some(zone => zone.startsWith(region));
}

// A need is a component's id, or [how many of these, [needs]].
function isMet(need, down) {
  if (typeof need === 'string') return !down.has(need);
  return need[1].filter(part => isMet(part, down)).length >= need[0];
}

function needed(need, found) {
  if (typeof need === 'string') found.add(need);
  else need[1].forEach(part => needed(part, found));
  return found;
}

// Who has to be asked again when a component goes down.
function dependents(run) {
  if (run.dependents) return run.dependents;
  run.dependents = new Map();
  for (const component of run.components) {
    const found = needed(component.need, new Set());
    component.replicas.forEach(replica => needed(replica.need, found));
    for (const id of found) {
      if (!run.dependents.has(id)) run.dependents.set(id, []);
      run.dependents.get(id).push(component);
    }
  }
  return run.dependents;
}

function isDown(component, failure, harshest, down) {
  if (failure.components.has(component.id) || !isMet(component.need, down)) return true;
  const serving = component.replicas.filter(
    replica => !isDead(replica, failure, harshest) && isMet(replica.need, down));
  return serving.length < component.required;
}

// All is up at first and falls until nothing more falls: what needs only each other stays up.
function fallen(run, failure, harshest) {
  const down = new Set();
  const open = [...run.components];
  while (open.length > 0) {
    const component = open.pop();
    if (!down.has(component.id) && isDown(component, failure, harshest, down)) {
      down.add(component.id);
      open.push(...(dependents(run).get(component.id) || []));
    }
  }
  return down;
}

function zonesOf(run) {
  if (run.zones) return run.zones;
  run.zones = new Set();
  for (const component of run.components) {
    for (const replica of [...component.replicas, ...component.standbys]) {
      if (replica.zoneKnown && replica.domains[0][0] === 'zone') run.zones.add(replica.domains[0][1]);
    }
  }
  return run.zones;
}

// At its worst, a zone that is not known yet may be each of its region's zones.
function worstCases(run, failure) {
  const regions = new Set([...failure.domains].filter(key => key.includes('/?')).map(key => key.slice(0, key.indexOf('/?') + 1)));
  const certain = [...failure.domains].filter(key => !key.includes('/?'));
  let cases = [certain];
  for (const region of regions) {
    const zones = [region + '?', ...[...zonesOf(run)].filter(zone => zone.startsWith(region))];
    cases = cases.flatMap(each => zones.map(zone => [...each, zone]));
  }
  return cases.map(domains => {
    const all = failureOf(domains, failure.replicas, failure.components);
    all.zones = new Set(domains.filter(key => zonesOf(run).has(key) || key.includes('/?')));
    return all;
  });
}

// {down, open}: the components that certainly are down, and those that may be; and for each entry
// point `down`, `unknown` or `up`.
function simulate(model, failure) {
  const [kindest, harshest] = model.runs;
  const certain = fallen(kindest, failure, false);
  const worst = worstCases(harshest, failure).map(each => fallen(harshest, each, true));
  const open = new Set(worst.flatMap(down => [...down]).filter(id => !certain.has(id)));
  const verdicts = kindest.entryPoints.map((entry, i) => {
    if (!isMet(entry.need, certain)) return 'down';
    return worst.some(down => !isMet(harshest.entryPoints[i].need, down)) ? 'unknown' : 'up';
  });
  return { down: certain, open, verdicts };
}
