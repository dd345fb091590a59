import { expect, test } from 'vitest';
import { gateGroups } from '../../../../renderer/pages/access/explain/gate-groups.ts';
import { cutParts } from '../../../../renderer/pages/access/parts/middle-cut.tsx';

test('gates that read the same stand once with their Regions, closed ones first', () => {
  const open = { gate: 'agreement', state: 'open', sentence: 'It is accepted.' } as const;
  const closed = { gate: 'guardrail', state: 'closed', sentence: 'It is forced.' } as const;
  const gates = [
    { ...open, region: 'us-west-2' },
    { ...open, region: 'ap-southeast-2' },
    { ...open, region: 'us-west-2' },
    { ...closed, region: 'us-east-1' },
  ];
  expect(gateGroups(gates)).toEqual([
    { ...closed, regions: ['us-east-1'] },
    { ...open, regions: ['ap-southeast-2', 'us-west-2'] },
  ]);
  expect(gateGroups([open])).toEqual([{ ...open, regions: [] }]);
});

test('a long name keeps its end, a short one stays whole', () => {
  const names = [
    'role/AmazonBedrockExecutionRoleForAgents_1',
    'role/AmazonBedrockExecutionRoleForAgents_2',
  ];
  const ends = names.map((name) => cutParts(name).end);
  expect(new Set(ends).size).toBe(2);
  expect(names.map((name) => cutParts(name).start + cutParts(name).end)).toEqual(names);
  expect(cutParts('role/batch-etl')).toEqual({ start: 'role/batch-etl', end: '' });
});
