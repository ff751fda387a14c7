export type Parameter = string | number;

/** Collects parameters: values never become text. */
export class Parameters {
  readonly values: Parameter[] = [];
  /** The placeholder of a value. */
  add(value: Parameter): string {
    this.values.push(value);
    return `$${this.values.length}${typeof value === 'number' ? '::integer' : ''}`;
  }
  /** The placeholder of a number that need not be whole. */
  addDecimal(value: number): string {
    this.values.push(String(value));
    return `$${this.values.length}::double precision`;
  }
  list(values: readonly Parameter[]): string {
    return values.map((value) => this.add(value)).join(', ');
  }
}
