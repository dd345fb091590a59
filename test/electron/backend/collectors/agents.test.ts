import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Simulated, startSimulated } from '../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted } from './reading.ts';

const EMPTY = { accountId: PROD, region: 'ap-southeast-2' };
const SUPPORT = { accountId: '555566667777', region: 'eu-west-1' };

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

const places = () =>
  simulated.world.accounts.flatMap(({ accountId, regions }) =>
    regions.map((region) => ({ accountId, region })),
  );

const READERS = [
  { dataset: 'agents', world: 'agents' },
  { dataset: 'knowledge-bases', world: 'knowledgeBases' },
  { dataset: 'flows', world: 'flows' },
  { dataset: 'prompts', world: 'prompts' },
  { dataset: 'agent-resource-policies', world: 'agentResourcePolicies' },
] as const;

describe('what is read of agents is what the account has', () => {
  it.each(READERS)('$dataset, wherever there are some', async ({ dataset, world }) => {
    const inhabited = places().filter(
      ({ accountId, region }) => simulated.world[world](accountId, region).length > 0,
    );
    expect(inhabited.length).toBeGreaterThan(1);
    for (const where of inhabited) {
      const { items, outcome, gaps } = await read(dataset, where);
      expect({ outcome, gaps }).toEqual({ outcome: { status: 'collected' }, gaps: [] });
      expect(sorted<unknown>(items)).toEqual(
        sorted<unknown>(simulated.world[world](where.accountId, where.region)),
      );
    }
  });

  it.each(READERS.slice(0, 4))('$dataset costs one call where there is nothing', async (one) => {
    const { items, outcome, calls } = await read(one.dataset, EMPTY);
    expect({ items, outcome, calls }).toEqual({
      items: [],
      outcome: { status: 'collected' },
      calls: 1,
    });
  });

  it('resource policies cost nothing where there are no knowledge bases', async () => {
    expect(await read('agent-resource-policies', EMPTY)).toMatchObject({ items: [], calls: 0 });
  });
});

describe('what is asked', () => {
  it('an agent that supervises nobody is not asked for collaborators', async () => {
    const from = simulated.requests.length;
    await read('agents', SUPPORT);
    const asked = simulated.requests.slice(from);
    expect(asked).toContain('bedrock:ListAgentActionGroups 200');
    expect(asked).not.toContain('bedrock:ListAgentCollaborators 200');
  });

  it('the DRAFT is read once, and no version that no alias routes to', async () => {
    const from = simulated.requests.length;
    const { items } = await read('agents');
    const asked = simulated.requests.slice(from);
    const count = (operation: string) => asked.filter((one) => one.startsWith(operation)).length;
    const versions = items.flatMap((agent) => agent.versions);
    const drafts = versions.filter(({ agentVersion }) => agentVersion === 'DRAFT');
    expect(count('bedrock:GetAgent ')).toBe(items.length);
    expect(count('bedrock:GetAgentVersion ')).toBe(versions.length - drafts.length);
  });
});

describe('one refusal does not sink the rest', () => {
  it('an agent whose versions are denied keeps its DRAFT, and the gap counts the versions', async () => {
    simulated.account.faults.set('bedrock:GetAgentVersion', { kind: 'deny' });
    const { outcome, gaps, items } = await read('agents');
    expect(outcome.status).toBe('collected');
    expect(gaps).toMatchObject([{ of: 'bedrock:GetAgentVersion', items: 4 }]);
    const settings = items.flatMap(({ versions }) => versions.map((one) => one.settings.read));
    expect(new Set(settings)).toEqual(new Set([true, false]));
  });

  it('a denied knowledge base leaves a gap in the policies that follow it', async () => {
    simulated.account.faults.set('bedrock:GetKnowledgeBase', { kind: 'deny' });
    const { items, gaps } = await read('agent-resource-policies');
    const { length } = simulated.world.knowledgeBases(PROD, REGION);
    expect({ items, gaps }).toMatchObject({
      items: [],
      gaps: [{ of: 'bedrock:GetKnowledgeBase', outcome: { status: 'denied' }, items: length }],
    });
  });

  it('refused lists are denied as a whole, also where agents can no longer be made', async () => {
    simulated.account.faults.set('bedrock:ListAgents', { kind: 'deny' });
    expect((await read('agents')).outcome).toMatchObject({
      status: 'denied',
      action: 'bedrock:ListAgents',
    });
  });
});
