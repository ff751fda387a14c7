import { defineConfig } from 'drizzle-kit';

/** `ROOM=patients npm run migration -- --name what-changes` writes a room's next migration from its tables. */
const room = process.env.ROOM;
if (room === undefined)
  throw new Error('Set ROOM to the room whose tables changed, e.g. patients.');
const folder = room === 'basic' ? 'packages/database' : `subgraphs/${room}`;

export default defineConfig({
  dialect: 'postgresql',
  schema: room === 'basic' ? `./${folder}/src/basic.ts` : `./${folder}/src/tables.ts`,
  out: `./${folder}/migrations`,
  schemaFilter: [room],
  breakpoints: true,
});
