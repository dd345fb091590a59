import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../shared/reports/table.ts';
import { textWidth } from '../../../shared/reports/table-text-width.ts';
import { wrapText } from '../../../shared/reports/table-wrap.ts';
import { toTable } from '../../../shared/reports/to-table.ts';

const ARN = 'arn:aws:bedrock:us-east-1:222233334444:guardrail/gbqo401by0vb:1';

test.each([
  ['fits', 10, ['fits']],
  ['two words', 5, ['two', 'words']],
  ['Claude Opus 4.8', 14, ['Claude Opus', '4.8']],
  ['in us-east-1 now', 12, ['in us-east-1', 'now']],
  [ARN, 30, ['arn:aws:bedrock:us-east-1:', '222233334444:guardrail/', 'gbqo401by0vb:1']],
  ['a abcdefghij', 4, ['a', 'abcd', 'efgh', 'ij']],
  ['日本語の名前', 6, ['日本語', 'の名前']],
  ['', 5, ['']],
])('%j in %i columns', (text, width, lines) => expect(wrapText(text, width)).toEqual(lines));

test('a wrapped text is all there, and no line is too long', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(' ', '-', ':', '日', '👩‍💻'),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.integer({ min: 2, max: 40 }),
      (parts, width) => {
        const text = parts.join('');
        const lines = wrapText(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

const row = [ARN, '111122223333', 1_234_567_890, '12.5', 'Refused because nothing allows it.'];
const table: Table = {
  columns: [
    { id: 'arn', title: 'Resource', kind: 'text' },
    { id: 'account', title: 'Account', kind: 'text' },
    { id: 'calls', title: 'Calls', kind: 'count' },
    { id: 'usd', title: 'USD', kind: 'usd' },
    { id: 'why', title: 'Why', kind: 'text' },
  ],
  rows: [row, ['short', null, 1, null, 'x']],
  totals: null,
  notes: [],
};
const linesOf = (it: Table, width?: number) => toTable(it, width).trimEnd().split('\n');
const widest = (lines: readonly string[]) => Math.max(...lines.map(textWidth));

describe('a table in a terminal', () => {
  test('is as wide as it needs to be where there is room', () => {
    expect(linesOf(table)).toHaveLength(4);
    expect(toTable(table, 500)).toBe(toTable(table));
  });

  test.each([120, 100, 80, 72])(
    'takes no more than %i columns, and cuts neither ids nor figures',
    (width) => {
      const lines = linesOf(table, width);
      expect(widest(lines)).toBeLessThanOrEqual(width);
      expect(lines.join('\n')).toMatch(/111122223333 +1,234,567,890 +12\.50/);
      const parts = lines.slice(2).map((line) => line.slice(0, line.search(/ {2}/)));
      expect(lines.length > 4 ? parts.join('') : ARN).toContain('222233334444:');
    },
  );

  test('lists its rows where the columns do not fit', () => {
    const lines = linesOf(table, 50);
    expect(widest(lines)).toBeLessThanOrEqual(50);
    expect(lines).toEqual([
      'Resource  arn:aws:bedrock:us-east-1:222233334444:',
      '          guardrail/gbqo401by0vb:1',
      'Account   111122223333',
      'Calls     1,234,567,890',
      'USD       12.50',
      'Why       Refused because nothing allows it.',
      '',
      'Resource  short',
      'Account   -',
      'Calls     1',
      'USD       -',
      'Why       x',
    ]);
  });

  test('shows what stands below a row, with its title where it needs one', () => {
    const [arn, account, calls, usd, why] = table.columns;
    if (!arn || !account || !calls || !usd || !why) throw new Error('five columns');
    const columns = [
      { ...arn, below: 'plain' as const },
      account,
      { ...calls, below: 'named' as const },
      usd,
      { ...why, below: 'plain' as const },
    ];
    expect(linesOf({ ...table, columns }, 60)).toEqual([
      'Account         USD',
      '------------  -----',
      '111122223333  12.50',
      '    arn:aws:bedrock:us-east-1:222233334444:guardrail/',
      '    gbqo401by0vb:1',
      '    Calls: 1,234,567,890',
      '    Refused because nothing allows it.',
      '-                 -',
      '    short · Calls: 1 · x',
    ]);
  });
});
