/** Made-up people for tests and comparisons with R: reproducible from a seed. */
export interface RandomPeople {
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly entry: Float64Array;
  readonly weight: Float64Array;
  readonly group: Uint8Array;
  readonly stratum: Uint8Array;
  readonly cluster: Uint16Array;
  readonly age: Float64Array;
  readonly grade: Float64Array;
  readonly marker: Float64Array;
  /** 0 censored, 1 or 2 the causes. */
  readonly cause: Uint8Array;
}

function randomNumbers(seed: number): () => number {
  // xorshift32, warmed up so that neighbouring seeds part.
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return (state + 0.5) / 4294967296;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}

/** @param ties true: whole-number times with many ties; false: none. */
export function randomPeople(n: number, seed: number, ties = true): RandomPeople {
  const random = randomNumbers(seed);
  const people: RandomPeople = {
    time: new Float64Array(n),
    event: new Uint8Array(n),
    entry: new Float64Array(n),
    weight: new Float64Array(n),
    group: new Uint8Array(n),
    stratum: new Uint8Array(n),
    cluster: new Uint16Array(n),
    age: new Float64Array(n),
    grade: new Float64Array(n),
    marker: new Float64Array(n),
    cause: new Uint8Array(n),
  };
  for (let i = 0; i < n; i++) {
    const age = 40 + Math.floor(random() * 45);
    const grade = Math.floor(random() * 4);
    const marker = random() + random() + random() - 1.5;
    const group = Math.floor(random() * 3);
    const hazard = 0.03 * Math.exp(0.02 * (age - 60) + 0.3 * grade + 0.5 * marker - 0.25 * group);
    const dies = -Math.log(random()) / hazard;
    const lost = 5 + random() * 60;
    let time = Math.min(dies, lost);
    if (ties) time = Math.ceil(time);
    people.time[i] = time;
    people.event[i] = dies <= lost ? 1 : 0;
    people.cause[i] = dies <= lost ? (random() < 0.6 ? 1 : 2) : 0;
    const entry = random() * 0.6 * time;
    people.entry[i] = ties ? Math.min(Math.floor(entry), time - 1) : entry;
    people.weight[i] = Math.round((0.2 + random() * 2) * 64) / 64;
    people.group[i] = group;
    people.stratum[i] = Math.floor(random() * 2);
    people.cluster[i] = Math.floor(random() * Math.max(2, n / 4));
    people.age[i] = age;
    people.grade[i] = grade;
    people.marker[i] = marker;
  }
  return people;
}
