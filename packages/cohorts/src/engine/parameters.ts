export type Parameter = string | number;

/** Collects parameters: values never become text. */
export class Parameters {
  readonly values: Parameter[] = [];
  /** The placeholder of a value. */
  add(value: Parameter): string {
    this.values.push(value);
    return `$${this.values.length}${typeof value === 'number' ? '::integer' : ''}`;
  }
  list(values: readonly Parameter[]): string {
    return values.map((value) => this.add(value)).join(', ');
  }
}
