import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessBases } from '../../../../../electron/backend/api/access/access-base.ts';
import type { OpenWorkspace } from '../../../../../electron/backend/workspace/open-workspace.ts';
import { OPEN_CONTEXT } from '../../../../../shared/access/world/access-world.ts';
import { type AccessDemo, accessDemo } from './access-demo.ts';

let demo: AccessDemo;
beforeAll(async () => {
  demo = await accessDemo();
}, 400_000);
afterAll(() => demo?.close());

test('what was made is kept while nothing changes', async () => {
  const [first, second] = [await demo.bases(), await demo.bases()];
  expect(second.world).toBe(first.world);
  expect(second.catalogue).toBe(first.catalogue);
  expect(second.use).toBe(first.use);
  expect(second.compiled(OPEN_CONTEXT)).toBe(first.compiled(OPEN_CONTEXT));
});

test('what is asked about often is compiled once, the oldest is forgotten', async () => {
  const { compiled } = await demo.bases();
  const at = (value: string) =>
    compiled({ keys: { 'aws:SourceIp': [value] }, assumeUnreadAllows: false });
  const first = at('10.0.0.1');
  expect(at('10.0.0.1')).toBe(first);
  for (const value of ['2', '3', '4', '5']) at(`10.0.0.${value}`);
  expect(at('10.0.0.1')).not.toBe(first);
});

test('a new scan and another workspace are seen', async () => {
  let workspace: OpenWorkspace = demo.open;
  const bases = accessBases({ ...demo.context, workspace: () => workspace });
  const before = await bases();
  const snapshot = await demo.open.store.latestSnapshot();
  const shown = (readings: NonNullable<typeof snapshot>['readings']): OpenWorkspace => ({
    ...demo.open,
    store: {
      ...demo.open.store,
      ask: (question, params) => demo.open.store.ask(question, params),
      latestSnapshot: async () => (snapshot === null ? null : { ...snapshot, readings }),
    },
  });
  workspace = shown(
    snapshot?.readings.filter(({ accountId }) => accountId !== '666677778888') ?? [],
  );
  const after = await bases();
  expect(after.world.principals.some(({ accountId }) => accountId === '666677778888')).toBe(false);
  expect(before.world.principals.some(({ accountId }) => accountId === '666677778888')).toBe(true);
  expect(after.catalogue.routesIn('666677778888')).toEqual([]);
  workspace = shown([]);
  expect(await bases()).toMatchObject({ takenAt: null, world: { principals: [] } });
  workspace = demo.open;
  expect((await bases()).world.principals).toHaveLength(before.world.principals.length);
});

test('settings are those of now', async () => {
  const settings = demo.open.file.current();
  const approvedModels = ['anthropic.claude-opus-5-5'];
  const workspace = {
    ...demo.open,
    file: {
      ...demo.open.file,
      current: () => ({ ...settings, settings: { ...settings.settings, approvedModels } }),
    },
  };
  const { isApproved } = await accessBases({ ...demo.context, workspace: () => workspace })();
  expect([isApproved('anthropic.claude-opus-5-5'), isApproved('xai.grok-4.3')]).toEqual([
    true,
    false,
  ]);
});
