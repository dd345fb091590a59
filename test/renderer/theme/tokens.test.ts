import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PALETTE_SIZE } from '../../../renderer/charts/palette.ts';
import { projectRoot } from '../../helpers/source-tree.ts';

const css = readFileSync(path.join(projectRoot, 'renderer/theme/tokens.css'), 'utf8');
const list = createRequire(import.meta.url).resolve(
  '@cloudscape-design/design-tokens/index-visual-refresh.json',
);
const { tokens } = JSON.parse(readFileSync(list, 'utf8'));

const NAMES: Readonly<Record<string, string>> = {
  text: 'color-text-body-default',
  'text-secondary': 'color-text-body-secondary',
  surface: 'color-background-container-content',
  shaded: 'color-background-cell-shaded',
  selected: 'color-background-item-selected',
  'selected-border': 'color-border-item-selected',
  divider: 'color-border-divider-default',
  focus: 'color-border-item-focused',
  error: 'color-text-status-error',
  success: 'color-text-status-success',
  caution: 'color-charts-status-low',
  'chart-grid': 'color-charts-line-grid',
  'chart-other': 'color-charts-status-neutral',
};

describe.each([
  ['light', /^body \{([^}]*)\}/m],
  ['dark', /^body\.awsui-dark-mode \{([^}]*)\}/m],
] as const)('%s colours are those of the design tokens', (mode, block) => {
  const own = new Map(
    [...(block.exec(css)?.[1] ?? '').matchAll(/--assay-([\w-]+): ([^;]+);/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

  test.each(Object.entries(NAMES))('%s', (name, token) => {
    expect(own.get(name)).toBe(tokens[token].$value[mode]);
  });

  test('the whole palette', () => {
    for (let at = 1; at <= PALETTE_SIZE; at += 1) {
      const token = tokens[`color-charts-palette-categorical-${at}`];
      expect(own.get(`chart-${at}`)).toBe(token.$value[mode]);
    }
  });
});
