/// <reference types="vite/client" />

declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}

declare module 'virtual:province-map' {
  const drawing: import('./features/management/map/drawing/map-drawing.ts').MapDrawing;
  export default drawing;
}
