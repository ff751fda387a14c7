import {
  BidirectionalTool,
  EllipticalROITool,
  Enums,
  LengthTool,
  PanTool,
  StackScrollTool,
  ToolGroupManager,
  WindowLevelTool,
  ZoomTool,
} from '@cornerstonejs/tools';

/** What the main button, or one finger, does. */
export type Tool = 'SCROLL' | 'WINDOW' | 'ZOOM' | 'PAN' | 'LENGTH' | 'BIDIRECTIONAL' | 'ELLIPSE';

const NAMES: Readonly<Record<Tool, string>> = {
  SCROLL: StackScrollTool.toolName,
  WINDOW: WindowLevelTool.toolName,
  ZOOM: ZoomTool.toolName,
  PAN: PanTool.toolName,
  LENGTH: LengthTool.toolName,
  BIDIRECTIONAL: BidirectionalTool.toolName,
  ELLIPSE: EllipticalROITool.toolName,
};
const GROUP = 'nodp';

type Lines = (
  data: {
    cachedStats: Record<string, { length?: number; width?: number; area?: number; mean?: number }>;
  },
  target: string,
) => string[] | undefined;

/** The tools of all viewports, made at the first one. */
export const toolGroup = (lines: Lines) => {
  const there = ToolGroupManager.getToolGroup(GROUP);
  if (there !== undefined) return there;
  const group = ToolGroupManager.createToolGroup(GROUP);
  if (group === undefined) throw new Error('The tools of the viewer cannot be made.');
  for (const name of Object.values(NAMES)) group.addTool(name);
  for (const name of [NAMES.LENGTH, NAMES.BIDIRECTIONAL, NAMES.ELLIPSE])
    group.setToolConfiguration(name, { getTextLines: lines });
  return group;
};

const { MouseBindings } = Enums;

/** Main button or one finger: the tool; middle button or two fingers: pan; right button or three: zoom; wheel: scroll. */
export const bindTool = (group: ReturnType<typeof toolGroup>, tool: Tool): void => {
  const always: Readonly<Partial<Record<Tool, object[]>>> = {
    SCROLL: [{ mouseButton: MouseBindings.Wheel }],
    PAN: [{ mouseButton: MouseBindings.Auxiliary }, { numTouchPoints: 2 }],
    ZOOM: [{ mouseButton: MouseBindings.Secondary }, { numTouchPoints: 3 }],
  };
  for (const [one, name] of Object.entries(NAMES) as [Tool, string][]) {
    group.setToolPassive(name, { removeAllBindings: true });
    const bindings = [
      ...(always[one] ?? []),
      ...(one === tool ? [{ mouseButton: MouseBindings.Primary }, { numTouchPoints: 1 }] : []),
    ];
    if (bindings.length > 0)
      group.setToolActive(name, { bindings } as Parameters<typeof group.setToolActive>[1]);
  }
};
