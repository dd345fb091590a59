import { describe, expect, test } from 'vitest';
import { agentRoleNotShared } from '../../../shared/rules/access/agent-role-not-shared.ts';
import { agent, agents, agentWith } from './agent-builders.ts';
import { DENIED, judge, unread } from './builders.ts';

const unreadAgent = agentWith('mail', { read: false, outcome: DENIED });

describe('every agent has a role of its own', () => {
  test.each([
    [
      'pass: alone',
      [agents(agent('desk', 'a'), agent('mail', 'b'))],
      ['pass', 'pass'],
      /desk alone/,
    ],
    [
      'pass: two versions of one agent',
      [agents(agent('desk', 'a', '1'), agent('desk', 'a', '2'))],
      ['pass'],
      /a is the role of agent desk alone/,
    ],
    [
      'fail: shared',
      [agents(agent('desk', 'a'), agent('mail', 'a'))],
      ['fail'],
      /a is the role of 2 agents: agent desk, agent mail/,
    ],
    ['none', [agents()], ['not-applicable'], /nothing here/],
    ['none: no role', [agents(agent('desk', null))], ['not-applicable'], /nothing here/],
    ['unknown: settings', [agents(agent('desk', 'a'), unreadAgent)], ['pass', 'unknown'], /desk/],
    ['unknown: denied', [unread('agents', DENIED)], ['unknown'], /denied/],
  ] as const)('%s', (_, readings, statuses, reason) => {
    const found = judge(agentRoleNotShared, readings);
    expect(found.map(({ status }) => status)).toEqual(statuses);
    expect(found[0]?.reason).toMatch(reason);
  });
});
