import { productFiles, statementsOfLoading } from './product.ts';

/**
 * `npm run check`, as one of its checks: what would keep the clinical pool from lying on many machines. Every table has a place;
 * no unique key and no reference spans places; every statement and every SQL function goes by patients that it is given, or is
 * marked with the reason. It reads the product as it is: statements as they are sent, functions as the database holds them.
 */
const files = await productFiles();
// Before anything else of the product is loaded: a statement is made once.
const statements = await statementsOfLoading(files);
const { faultsOf } = await import('./faults.ts');
const { catalogOfMigrations } = await import('./catalog.ts');
const catalog = await catalogOfMigrations();
const { faults, said } = await faultsOf({ files, statements, catalog });
for (const fault of faults) console.log(fault);
if (process.argv.includes('--table')) console.log(said.join('\n'));
process.exit(faults.length === 0 ? 0 : 1);
