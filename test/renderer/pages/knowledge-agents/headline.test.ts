import { expect, test } from 'vitest';
import { headline } from '../../../../renderer/pages/knowledge-agents/headline.ts';
import type { InventoryAnswer, InventoryPlace } from '../../../../shared/api/answers.ts';
import type { Agent, KnowledgeBase, ReadOutcome } from '../../../../shared/model/dataset.ts';
import {
  AGENTS,
  agentWith,
  baseWith,
  KNOWLEDGE_BASES,
  refused,
  syncJob,
  told,
} from '../../../helpers/fixture/knowledge.ts';

const NOW_MS = Date.parse('2026-11-20T12:00:00Z');
const PLACE = { accountId: '111122223333', region: 'eu-west-1', readAt: '2026-11-20T11:00:00Z' };
const READ: ReadOutcome = { status: 'collected' };
const DENIED: ReadOutcome = { status: 'denied', action: 'bedrock:ListAgents', reason: 'no' };

function outcomesOf(...outcomes: readonly ReadOutcome[]): readonly InventoryPlace[] {
  return outcomes.map((outcome) => ({ ...PLACE, outcome, gaps: [], actions: [], items: 0 }));
}

function answer<T extends Agent | KnowledgeBase>(items: readonly T[], outcomes = outcomesOf(READ)) {
  return { rows: items.map((item) => ({ ...PLACE, item })), total: items.length, outcomes };
}

function headlineOf(
  agents: readonly Agent[],
  bases: readonly KnowledgeBase[],
  outcomes = outcomesOf(READ),
): string {
  const agentsAnswer: InventoryAnswer<'agents'> = answer(agents, outcomes);
  return headline(agentsAnswer, answer(bases), NOW_MS);
}

const guarded = agentWith('a', told({ guardrailIdentifier: 'g', guardrailVersion: '1' }));
const stale = baseWith('old', told([syncJob('2026-08-18T12:00:00Z')]));

test.each<readonly [string, readonly Agent[], readonly KnowledgeBase[], string]>([
  ['nothing', [], [], '0 agents; 0 knowledge bases.'],
  ['all well', [guarded], [], '1 agent, no alias without a guardrail; 0 knowledge bases.'],
  [
    'the fixture',
    AGENTS,
    KNOWLEDGE_BASES,
    '3 agents, 1 alias without a guardrail, 1 not known; 4 knowledge bases, 1 last synced 94 days ago, 1 never synced, the last sync of 1 not known.',
  ],
  [
    'several stale ones',
    [],
    [stale, baseWith('older', told([syncJob('2026-07-18T12:00:00Z')]))],
    '0 agents; 2 knowledge bases, 2 last synced over 30 days ago, the oldest 125 days.',
  ],
  [
    'a failed sync does not make fresh',
    [],
    [
      baseWith(
        'x',
        told([syncJob('2026-11-19T12:00:00Z', 'FAILED'), syncJob('2026-08-18T12:00:00Z')]),
      ),
    ],
    '0 agents; 1 knowledge base, 1 last synced 94 days ago, the newest sync of 1 failed.',
  ],
  [
    'a sync that failed before one that did not',
    [],
    [
      baseWith(
        'x',
        told([syncJob('2026-11-18T12:00:00Z', 'FAILED'), syncJob('2026-11-19T12:00:00Z')]),
      ),
    ],
    '0 agents; 1 knowledge base.',
  ],
  [
    'sources that nobody may list',
    [],
    [baseWith('x', told([]), { dataSources: refused('bedrock:ListDataSources') })],
    '0 agents; 1 knowledge base, the last sync of 1 not known.',
  ],
  [
    'aliases that nobody may list',
    [agentWith('a', told(null), { aliases: refused('bedrock:ListAgentAliases') })],
    [],
    '1 agent, no alias without a guardrail, 1 not known; 0 knowledge bases.',
  ],
])('%s', (_, agents, bases, sentence) => {
  expect(headlineOf(agents, bases)).toBe(sentence);
});

test('nothing read is not nothing there, and some places unread is said', () => {
  expect(headlineOf([], [], outcomesOf(DENIED, DENIED))).toContain('Agents: not read;');
  expect(headlineOf([guarded], [], outcomesOf(READ, DENIED))).toContain(
    '1 agent (1 of 2 places not read), no alias',
  );
  const offered = outcomesOf(READ, { status: 'unavailable', reason: 'not offered' });
  expect(headlineOf([guarded], [], offered)).toContain('1 agent, no alias');
});
