import {
  type Column,
  clauses,
  kindOf,
  mapOf,
  type Node,
  type Reach,
  type Relation,
  Scope,
  type Source,
  Ties,
  walk,
} from './scope.ts';

/** One statement, read from its top; what is equal to what is known at its end. */
export class Reading {
  readonly ties = new Ties();
  readonly given = this.ties.next();
  readonly scopes: Scope[] = [];
  moves = false;
  readonly relations: ReadonlyMap<string, Relation>;
  constructor(relations: ReadonlyMap<string, Relation>) {
    this.relations = relations;
  }

  scope(above: Scope | null): Scope {
    const made = new Scope(above);
    this.scopes.push(made);
    return made;
  }

  /** @returns whose patient a column is; null where it is no patient's column of a row of the pool */
  column(fields: readonly Node[], scope: Scope): number | null {
    const names = fields.map((one) => one.String?.sval as string | undefined);
    const column = names.at(-1);
    const table = names.length > 1 ? names.at(-2) : undefined;
    if (column === undefined) return null;
    for (let at: Scope | null = scope; at !== null; at = at.above) {
      for (const source of at.sources) {
        if (table !== undefined && source.name !== table) continue;
        const found = source.patients.get(column);
        const known = found !== undefined || table !== undefined || source.columns?.has(column);
        if (known && at !== scope) scope.outer.push(...source.patients.values());
        if (found !== undefined) return found;
        if (table !== undefined) return source.columns === null ? this.given : null;
        if (source.columns?.has(column)) return null;
      }
    }
    // A parameter of a function, a variable of PL/pgSQL, or a column of what was given.
    return this.given;
  }

  /** Whose patient an expression is. */
  patientOf(node: Node, scope: Scope): number | null {
    const kind = kindOf(node);
    const inner = node?.[kind];
    if (kind === 'ColumnRef') return this.column(inner.fields ?? [], scope);
    if (kind === 'TypeCast') return this.patientOf(inner.arg, scope);
    if (kind === 'ParamRef' || kind === 'A_Const') return this.given;
    if (kind === 'SubLink') {
      const [first] = this.select(inner.subselect.SelectStmt, scope);
      return first?.patient ?? this.given;
    }
    // Something that is worked out: of what, its columns say.
    let of: number | null = this.given;
    walk(node, (each) => {
      if (each.ColumnRef !== undefined && of !== null) {
        const found = this.column(each.ColumnRef.fields ?? [], scope);
        if (found !== this.given) of = null;
      }
    });
    return of;
  }

  equal(left: Node, right: Node, scope: Scope): void {
    const rows = [left, right].map((one) => one?.RowExpr?.args ?? one?.List?.items);
    if (rows[0] !== undefined && rows[1] !== undefined) {
      for (const [at, each] of rows[0].entries()) this.equal(each, rows[1][at], scope);
      return;
    }
    const [a, b] = [this.patientOf(left, scope), this.patientOf(right, scope)];
    if (a !== null && b !== null) this.ties.tie(a, b);
  }

  /** What has to hold of every row: the terms of a conjunction. */
  condition(node: Node, scope: Scope): void {
    if (node?.BoolExpr?.boolop === 'AND_EXPR') {
      for (const each of node.BoolExpr.args) this.condition(each, scope);
      return;
    }
    const expression = node?.A_Expr;
    if (expression !== undefined) {
      const equals = expression.name?.[0]?.String?.sval === '=';
      if (equals && ['AEXPR_OP', 'AEXPR_OP_ANY'].includes(expression.kind)) {
        this.equal(expression.lexpr, expression.rexpr, scope);
        return;
      }
      if (equals && expression.kind === 'AEXPR_IN') {
        for (const each of expression.rexpr?.List?.items ?? [])
          this.equal(expression.lexpr, each, scope);
        return;
      }
      if (expression.kind === 'AEXPR_NOT_DISTINCT') {
        this.equal(expression.lexpr, expression.rexpr, scope);
        return;
      }
    }
    if (node?.SubLink?.subLinkType === 'ANY_SUBLINK') {
      const { testexpr, subselect } = node.SubLink;
      const columns = this.select(subselect.SelectStmt, scope);
      const asked: Node[] = testexpr?.RowExpr?.args ?? [testexpr];
      for (const [at, each] of asked.entries()) {
        const mine = this.patientOf(each, scope);
        const theirs = columns[at]?.patient ?? this.given;
        if (mine !== null && mine !== this.given) this.ties.tie(mine, theirs);
      }
      return;
    }
    this.expression(node, scope);
  }

  /** Queries within an expression. */
  expression(node: Node, scope: Scope): void {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const each of node) this.expression(each, scope);
      return;
    }
    if (node.SelectStmt !== undefined) {
      this.select(node.SelectStmt, scope);
      return;
    }
    if (node.ColumnRef !== undefined) {
      this.column(node.ColumnRef.fields ?? [], scope);
      return;
    }
    for (const each of Object.values(node)) this.expression(each, scope);
  }

  withs(clause: Node, scope: Scope): void {
    for (const { CommonTableExpr: one } of clause?.ctes ?? []) {
      if (clause.recursive) scope.withs.set(one.ctename, new Map());
      scope.withs.set(one.ctename, mapOf(this.statement(one.ctequery, scope), one.aliascolnames));
    }
  }

  select(stmt: Node, above: Scope | null): Column[] {
    const scope = this.scope(above);
    scope.locks = stmt.lockingClause !== undefined;
    this.withs(stmt.withClause, scope);
    if (stmt.larg !== undefined) {
      const left = this.select(stmt.larg, scope);
      const right = this.select(stmt.rarg, scope);
      // One column of two queries: both are of patients, and each goes its own way.
      return left.map(({ name, patient }, at) => ({
        name,
        patient: patient ?? right[at]?.patient,
      }));
    }
    for (const each of stmt.fromClause ?? []) this.source(each, scope);
    this.condition(stmt.whereClause, scope);
    const columns = this.columns(stmt.targetList, scope);
    for (const key of clauses) this.expression(stmt[key], scope);
    return columns;
  }

  columns(list: Node, scope: Scope): Column[] {
    return (list ?? []).flatMap(({ ResTarget: target }: Node): Column[] => {
      const fields = target.val?.ColumnRef?.fields;
      const last = fields?.at(-1);
      if (last?.A_Star !== undefined) {
        const of = fields.length > 1 ? fields.at(-2)?.String?.sval : undefined;
        return scope.sources
          .filter(({ name }) => of === undefined || name === of)
          .flatMap(({ patients }) => [...patients].map(([name, patient]) => ({ name, patient })));
      }
      const name = target.name ?? last?.String?.sval ?? '';
      if (fields === undefined) this.expression(target.val, scope);
      const patient = target.val === undefined ? null : this.patientIn(target.val, scope);
      return [{ name, patient: patient ?? undefined }];
    });
  }

  /** Whose patient a column of an answer is: of a column alone, or of one of several (`coalesce`, an aggregate). */
  patientIn(node: Node, scope: Scope): number | null {
    const plain = node.ColumnRef ?? node.TypeCast?.arg?.ColumnRef;
    if (plain === undefined) return null;
    const found = this.column(plain.fields ?? [], scope);
    return found === this.given ? null : found;
  }

  source(node: Node, scope: Scope): void {
    const kind = kindOf(node);
    const inner = node[kind];
    if (kind === 'JoinExpr') {
      const before = scope.sources.length;
      this.source(inner.larg, scope);
      const middle = scope.sources.length;
      this.source(inner.rarg, scope);
      this.condition(inner.quals, scope);
      for (const each of inner.usingClause ?? []) {
        const column = each.String.sval;
        const sides = [scope.sources.slice(before, middle), scope.sources.slice(middle)].map(
          (side) => this.tiedBy(side, column),
        );
        const [a, b] = sides as [number | null, number | null];
        if (a !== null && b !== null) this.ties.tie(a, b);
      }
    } else if (kind === 'RangeVar') {
      this.table(inner, scope);
    } else if (kind === 'RangeSubselect') {
      const columns = this.select(inner.subquery.SelectStmt, scope);
      const patients = mapOf(columns, inner.alias?.colnames);
      this.derived(inner.alias?.aliasname ?? '', patients, scope);
    } else {
      this.expression(inner, scope);
      this.derived(inner.alias?.aliasname ?? '', new Map(), scope);
    }
  }

  derived(name: string, patients: ReadonlyMap<string, number>, scope: Scope): void {
    scope.sources.push({ name, patients, columns: null });
  }

  /** What a column that both sides of a join have is on one of them. */
  tiedBy(side: readonly Source[], column: string): number | null {
    for (const { patients } of side) {
      const found = patients.get(column);
      if (found !== undefined) return found;
    }
    return side.some(({ columns }) => columns === null) ? this.given : null;
  }

  table({ schemaname, relname, alias }: Node, scope: Scope): void {
    const name = alias?.aliasname ?? relname;
    const common = schemaname === undefined ? scope.withOf(relname) : undefined;
    if (common !== undefined) {
      this.derived(name, common, scope);
      return;
    }
    const relation = this.relations.get(`${schemaname ?? ''}.${relname}`);
    if (relation?.columns.has('patient_id')) {
      const node = this.ties.next();
      // Rows that lie elsewhere name patients too, and may be what ties those that do not.
      if (relation.byPatient) scope.own.push(node);
      const patients = new Map([['patient_id', node]]);
      scope.sources.push({ name, patients, columns: relation.columns });
    } else {
      // One that is no patient's; of a temporary one nothing is known.
      scope.sources.push({ name, patients: new Map(), columns: relation?.columns ?? null });
    }
  }

  statement(node: Node, above: Scope | null): Column[] {
    const kind = kindOf(node);
    const stmt = node[kind];
    if (kind === 'SelectStmt') return this.select(stmt, above);
    const scope = this.scope(above);
    this.withs(stmt.withClause, scope);
    if (kind === 'InsertStmt') {
      if (stmt.selectStmt !== undefined) this.select(stmt.selectStmt.SelectStmt, scope);
      // What is inserted goes where its patient lies; what it answers is of those.
      return this.columns(stmt.returningList ?? stmt.returningClause?.exprs, scope);
    }
    if (['UpdateStmt', 'DeleteStmt', 'MergeStmt'].includes(kind)) {
      this.table(stmt.relation, scope);
      for (const each of stmt.fromClause ?? stmt.usingClause ?? []) this.source(each, scope);
      if (stmt.sourceRelation !== undefined) this.source(stmt.sourceRelation, scope);
      this.condition(stmt.whereClause ?? stmt.joinCondition, scope);
      for (const { ResTarget: target } of stmt.targetList ?? []) {
        if (target.name === 'patient_id' && scope.own.length > 0 && kind === 'UpdateStmt')
          this.moves = true;
        this.expression(target.val, scope);
      }
      return this.columns(stmt.returningList ?? stmt.returningClause?.exprs, scope);
    }
    this.expression(stmt, scope);
    return [];
  }

  reach(): Reach {
    const every = this.scopes.flatMap(({ own }) => own);
    if (every.length === 0) return 'none';
    if (this.moves) return 'across';
    const given = this.ties.root(this.given);
    const parted = this.scopes.some(({ own, outer, locks }) => {
      const roots = new Set(
        [...own, ...(own.length > 0 ? outer : [])].map((one) => this.ties.root(one)),
      );
      roots.delete(given);
      return roots.size > (locks ? 0 : 1);
    });
    if (parted) return 'across';
    return every.every((one) => this.ties.root(one) === given) ? 'given' : 'fan-out';
  }
}
