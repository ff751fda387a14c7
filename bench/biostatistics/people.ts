/** A made-up registry: follow-up in days (ties) or to the instant (none), five covariates. */
export interface BenchPeople {
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly group: Uint8Array;
  readonly covariates: readonly Float64Array[];
}

export function benchPeople(n: number, clock: 'days' | 'instants', seed = 20240229): BenchPeople {
  let state = seed >>> 0;
  // xorshift32: the same people every time.
  const random = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return (state + 0.5) / 4294967296;
  };
  const time = new Float64Array(n);
  const event = new Uint8Array(n);
  const group = new Uint8Array(n);
  const covariates = Array.from({ length: 5 }, () => new Float64Array(n));
  const [age, male, stage, marker, year] = covariates as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < n; i++) {
    age[i] = 30 + Math.floor(random() * 60);
    male[i] = Number(random() < 0.55);
    stage[i] = Math.floor(random() * 4);
    marker[i] = random() + random() + random() - 1.5;
    year[i] = Math.floor(random() * 10);
    group[i] = Math.floor(random() * 3);
    const eta =
      0.03 * ((age[i] as number) - 60) +
      0.2 * (male[i] as number) +
      0.5 * (stage[i] as number) +
      0.3 * (marker[i] as number) -
      0.03 * (year[i] as number) -
      0.1 * (group[i] as number);
    const dies = -Math.log(random()) / (0.0003 * Math.exp(eta));
    const lost = 200 + random() * 3450;
    const until = Math.min(dies, lost);
    time[i] = clock === 'days' ? Math.ceil(until) : until;
    event[i] = Number(dies <= lost);
  }
  return { time, event, group, covariates };
}
