/** For who shows and delivers messages. */
export { messagesOfDemonstration } from './of-demonstration.ts';
export { type MessageParts, type OutgoingMessage, outgoing, PARTS } from './outgoing.ts';
export { sourceOf } from './source.ts';
export { exampleOf, templateProblems } from './text.ts';
