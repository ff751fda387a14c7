/// <reference types="vite/client" />

declare module 'virtual:messages' {
  import type { Messages } from '@lingui/core';

  /** How the messages of a part of the app are fetched. */
  const messages: Record<'en' | 'zh', Record<string, () => Promise<Messages>>>;
  export default messages;
}

declare module 'virtual:province-map' {
  const drawing: import('./charts/map/drawing/map-drawing.ts').MapDrawing;
  export default drawing;
}
