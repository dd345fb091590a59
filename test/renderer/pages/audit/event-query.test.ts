import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryOfTokens, tokensOfQuery } from '../../../../renderer/components/property-query.ts';
import { filterOfQuery, queryOfFilter } from '../../../../renderer/pages/audit/event-query.ts';
import { eventsInput } from '../../../../shared/api/schemas.ts';

const cases = [
  { name: 'nothing', tokens: [], filter: {} },
  {
    name: 'one property with several values',
    tokens: [{ propertyKey: 'accounts', operator: '=', value: ['1', '2'] }],
    filter: { accounts: ['1', '2'] },
  },
  {
    name: 'two tokens of one property become one list without repeats',
    tokens: [
      { propertyKey: 'regions', operator: '=', value: ['eu-west-1'] },
      { propertyKey: 'regions', operator: '=', value: ['eu-west-1', 'us-east-1'] },
    ],
    filter: { regions: ['eu-west-1', 'us-east-1'] },
  },
  {
    name: 'failed',
    tokens: [{ propertyKey: 'outcome', operator: '=', value: ['Failed'] }],
    filter: { failed: true },
  },
  {
    name: 'succeeded',
    tokens: [{ propertyKey: 'outcome', operator: '=', value: ['Succeeded'] }],
    filter: { failed: false },
  },
  {
    name: 'both outcomes narrow nothing',
    tokens: [{ propertyKey: 'outcome', operator: '=', value: ['Failed', 'Succeeded'] }],
    filter: {},
  },
  {
    name: 'free texts join to one phrase',
    tokens: [
      { operator: ':', value: 'curl' },
      { operator: ':', value: ' 203.0 ' },
    ],
    filter: { text: 'curl 203.0' },
  },
  {
    name: 'a property that events do not have is left out',
    tokens: [{ propertyKey: 'colour', operator: '=', value: ['red'] }],
    filter: {},
  },
];

test.each(cases)('tokens to filter: $name', ({ tokens, filter }) => {
  expect(filterOfQuery(queryOfTokens(tokens))).toEqual(filter);
});

test('a filter survives being shown as tokens, and the contract takes it', () => {
  const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), {
    minLength: 1,
    maxLength: 4,
  });
  const filters = fc.record(
    {
      accounts: list,
      regions: fc.constantFrom<string[]>(['eu-west-1'], ['us-east-1', 'ap-south-1']),
      eventNames: list,
      principals: list,
      models: list,
      failed: fc.boolean(),
      text: fc.stringMatching(/^[a-z0-9.]{1,20}$/),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, (filter) => {
      const back = filterOfQuery(queryOfTokens(tokensOfQuery(queryOfFilter(filter))));
      expect(back).toEqual(filter);
      const input = { from: '2026-11-01', to: '2026-11-20', filter: back, offset: 0, limit: 50 };
      expect(eventsInput.safeParse(input).success).toBe(true);
    }),
  );
});

test('a text longer than the contract takes is cut, not refused', () => {
  expect(filterOfQuery({ lists: {}, text: 'x'.repeat(300) }).text).toHaveLength(200);
});
