import {
  borderRadiusContainer,
  colorBackgroundCellShaded,
  colorBackgroundContainerContent,
  colorBackgroundItemSelected,
  colorBorderDividerDefault,
  colorBorderItemFocused,
  colorBorderItemSelected,
  colorTextBodyDefault,
  colorTextBodySecondary,
  fontFamilyMonospace,
} from '@cloudscape-design/design-tokens';

/** Cloudscape's tokens under names that `styles.css` can use; their real names change by release. */
const VARIABLES = {
  '--assay-text': colorTextBodyDefault,
  '--assay-text-secondary': colorTextBodySecondary,
  '--assay-surface': colorBackgroundContainerContent,
  '--assay-shaded': colorBackgroundCellShaded,
  '--assay-selected': colorBackgroundItemSelected,
  '--assay-selected-border': colorBorderItemSelected,
  '--assay-divider': colorBorderDividerDefault,
  '--assay-focus': colorBorderItemFocused,
  '--assay-radius': borderRadiusContainer,
  '--assay-monospace': fontFamilyMonospace,
} as const;

/** Sets the variables on an element that carries the theme's class. */
export function applyVariables(style: CSSStyleDeclaration): void {
  for (const [name, token] of Object.entries(VARIABLES)) style.setProperty(name, token);
}
