export { type EmbeddedServer, openToAll, startEmbedded } from './embedded.ts';
export { type Migrations, migrate } from './migrate.ts';
export { type Principal, hasScope, type Role, roles, type Scope, scopesOf } from './principal.ts';
export { PlatformError } from './problems.ts';
export { connect, type Database, type Session } from './session.ts';
export { query, type Statement, sqlStatement, statement } from './statement.ts';
