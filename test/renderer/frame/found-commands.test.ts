import { expect, test } from 'vitest';
import {
  entryCommand,
  guardrailCommands,
  modelCommand,
  principalCommand,
} from '../../../renderer/frame/use-found-commands.ts';
import { entriesOf } from '../../../renderer/inventory/describe.ts';
import type { InventoryAnswer } from '../../../shared/api/answers.ts';
import { AGENTS } from '../../helpers/fixture/knowledge.ts';

const PLACE = { accountId: '111122223333', region: 'eu-west-1', readAt: '2026-11-20T11:00:00Z' };

test('an entry is found by its name, kind, place and AWS id', () => {
  const rows = AGENTS.map((item) => ({ ...PLACE, item }));
  const [first] = entriesOf('agents', { rows, total: rows.length, outcomes: [] });
  if (first === undefined) throw new Error('The fixture has no agent.');
  expect(entryCommand(first)).toMatchObject({
    id: first.id,
    label: first.name,
    kind: 'Agent, 111122223333 eu-west-1',
    words: first.awsId,
  });
});

test('a guardrail stands once, whatever its versions', () => {
  const item = (guardrailId: string, version: string) => ({
    ...PLACE,
    item: { guardrailId, version, name: `name of ${guardrailId}` },
  });
  const answer = { rows: [item('g1', 'DRAFT'), item('g1', '1'), item('g2', 'DRAFT')] };
  const commands = guardrailCommands(answer as unknown as InventoryAnswer<'guardrails'>);
  expect(commands.map(({ label, kind, words }) => [label, kind, words])).toEqual([
    ['name of g1', 'Guardrail, 111122223333 eu-west-1', 'g1'],
    ['name of g2', 'Guardrail, 111122223333 eu-west-1', 'g2'],
  ]);
  expect(guardrailCommands(undefined)).toEqual([]);
});

test('a principal and a model are found by their names and their ids', () => {
  const arn = 'arn:aws:iam::222233334444:role/team/batch-etl';
  expect(principalCommand(arn)).toMatchObject({
    label: 'batch-etl',
    kind: 'Principal, 222233334444',
    words: arn,
  });
  expect(modelCommand({ modelId: 'amazon.nova-pro-v1:0', label: 'Nova Pro' })).toMatchObject({
    label: 'Nova Pro',
    kind: 'Model',
    words: 'amazon.nova-pro-v1:0',
  });
});
