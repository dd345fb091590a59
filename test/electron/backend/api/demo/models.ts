import { beforeAll, describe, expect, test } from 'vitest';
import { baseModelOf } from '../../../../../electron/backend/demo/world/inference-profiles.ts';
import type { World, WorldInvocation } from '../../../../../electron/backend/demo/world/world.ts';
import type { ModelRow, ModelsInventory } from '../../../../../shared/api/answers.ts';
import type { DemoBackend } from '../../../../helpers/demo-backend.ts';
import { pricedSum } from '../../../../helpers/known.ts';
import type { ScannedDemo } from './scanned.ts';
import { added, NO_TOKENS, usedAgain } from './used-again.ts';

const DAY_MS = 86_400_000;

const bareId = (modelId: string) => modelId.replace(/^(us|eu|apac|au|jp|global)\./, '');

/** The models of the demo again, from the simulated organisation itself. */
export function modelsOf(scanned: () => ScannedDemo): void {
  let demo: DemoBackend;
  let world: World;
  let inventory: ModelsInventory;
  let calls: readonly WorldInvocation[];

  beforeAll(async () => {
    ({ demo, world } = scanned());
    inventory = await demo.backend.api['models.inventory']({});
    const since = Date.parse(`${demo.now.slice(0, 10)}T00:00:00Z`) - 30 * DAY_MS;
    calls = world.invocations.filter((call) => call.time >= since && call.errorCode === null);
  });

  const row = (modelId: string): ModelRow => {
    const found = inventory.models.find((each) => each.modelId === modelId);
    if (found === undefined) throw new Error(`no row ${modelId}`);
    return found;
  };
  const places = () =>
    world.accounts.flatMap(({ accountId, regions }) =>
      regions.map((region) => ({ accountId, region })),
    );
  const resources = () =>
    places().map(({ accountId, region }) => world.bedrockResources(accountId, region));
  const throughputs = () => resources().flatMap((one) => one.provisionedThroughputs);
  const detail = (modelId: string) => demo.backend.api['models.detail']({ modelId });

  describe('every model of the demo', () => {
    test('models of the accounts are rows of their own', () => {
      const own = resources();
      const expected = [
        ...own.flatMap(({ customModels }) => customModels.map(({ modelArn }) => modelArn)),
        ...own.flatMap(({ importedModels }) => importedModels.map(({ modelArn }) => modelArn)),
        ...own.flatMap(({ marketplaceEndpoints }) =>
          marketplaceEndpoints.map(({ endpointArn }) => endpointArn),
        ),
      ];
      const natures = ['custom', 'imported', 'marketplace'];
      const rows = inventory.models.filter(({ nature }) => natures.includes(nature));
      expect(rows.map(({ modelId }) => modelId).sort()).toEqual(expected.sort());
    });

    test('a foundation model has the calls that were made to it, under any of its ids', () => {
      const made = new Map<string, number>();
      const since = Date.parse(`${inventory.window.from}T00:00:00Z`);
      const mantle = world.mantleCalls.filter(
        ({ time, errorCode }) => time >= since && errorCode === null,
      );
      for (const { modelId } of [...calls, ...mantle]) {
        const base = baseModelOf(modelId);
        made.set(base, (made.get(base) ?? 0) + 1);
      }
      const checked = inventory.models.filter(
        ({ nature, modelId }) => nature === 'foundation' && made.has(modelId),
      );
      expect(checked.length).toBeGreaterThan(20);
      for (const { modelId, use } of checked) {
        expect(use.calls, modelId).toBe(made.get(modelId));
      }
    });

    test('calls, tokens of each kind and dollars are those of the calls, model by model', () => {
      const counted = inventory.models.filter(({ use }) =>
        use.basis.some((basis) => basis !== 'events'),
      );
      const found = counted.map(({ modelId, use }) => [
        modelId,
        { calls: use.calls, tokens: use.tokens, usd: use.usd },
      ]);
      expect(Object.fromEntries(found)).toEqual(
        usedAgain(world, resources(), inventory.window.from),
      );
    });

    test('what Spend says of a model is its own use and that of models made of it', async () => {
      const spend = await demo.backend.api['spend.get']({ ...inventory.window, groupBy: 'model' });
      const made = new Map(
        throughputs().map(({ modelArn, foundationModelArn }) => [
          modelArn,
          foundationModelArn?.split('/').at(-1),
        ]),
      );
      for (const { key, calls: counted, tokens, usd } of spend.groups) {
        const own = inventory.models.filter(
          ({ modelId }) =>
            modelId === key || made.get(modelId) === key || modelId.endsWith(`/${key}`),
        );
        const uses = own.map(({ use }) => use);
        expect({ key, calls: counted, tokens, usd }).toEqual({
          key,
          calls: uses.reduce((sum, use) => sum + use.calls, 0),
          tokens: uses.reduce((sum, use) => added(sum, use.tokens), NO_TOKENS),
          usd: uses.every((use) => use.usd === null) ? null : pricedSum(uses.map((use) => use.usd)),
        });
      }
    });

    test('who still calls the legacy model is who called it, and its end is AWS’s', () => {
      const legacy = inventory.models.filter(({ lifecycle }) => lifecycle?.status === 'LEGACY');
      expect(legacy.length).toBeGreaterThan(0);
      for (const { modelId, use, lifecycle } of legacy) {
        const made = calls.filter((call) => bareId(call.modelId) === modelId);
        const callers = new Set(made.map(({ caller }) => caller.arn));
        expect(use.callerCount).toBe(callers.size);
        expect(use.callers.every(({ principalArn }) => callers.has(principalArn ?? ''))).toBe(true);
        const end = Date.parse(`${lifecycle?.endOfLifeTime?.slice(0, 10)}T00:00:00Z`);
        const today = Date.parse(`${demo.now.slice(0, 10)}T00:00:00Z`);
        expect(lifecycle?.daysLeft).toBe(Math.round((end - today) / DAY_MS));
      }
    });

    test('access is what each account was told', () => {
      const checked = inventory.models.filter(({ lifecycle }) => lifecycle !== null).slice(0, 8);
      for (const { modelId, entitlement, regions } of checked) {
        const usable = world.accounts.filter(({ accountId, regions: own }) => {
          const region = own.find((each) => regions.includes(each)) ?? '';
          const told = world.modelAvailability(accountId, region, modelId);
          return told?.agreementStatus === 'AVAILABLE' && told.authorizationStatus === 'AUTHORIZED';
        });
        expect(entitlement?.usable, modelId).toBe(usable.length);
        expect(entitlement?.unknown, modelId).toBe(0);
      }
    });

    test('bought capacity is counted where it serves', () => {
      const bought = resources().flatMap(({ provisionedThroughputs }) => provisionedThroughputs);
      const units = bought.reduce((sum, { modelUnits }) => sum + modelUnits, 0);
      expect(units).toBeGreaterThan(0);
      const shown = inventory.models.reduce(
        (sum, { provisionedUnits }) => sum + provisionedUnits,
        0,
      );
      expect(shown).toBe(units);
      const custom = bought.find(({ modelArn }) => modelArn.includes(':custom-model/'));
      expect(row(custom?.modelArn ?? '').provisionedUnits).toBe(custom?.modelUnits);
    });

    test('approval follows the settings at once', async () => {
      const before = await demo.backend.api['settings.get']({});
      const open = inventory.models.find(({ approved }) => !approved);
      const approvedModels = [...before.approvedModels, open?.modelId ?? ''];
      await demo.backend.api['settings.update']({ approvedModels });
      const after = await demo.backend.api['models.inventory']({});
      await demo.backend.api['settings.update']({ approvedModels: [...before.approvedModels] });
      const approved = (models: ModelsInventory) =>
        models.models.filter((each) => each.approved).map(({ modelId }) => modelId);
      expect(approved(after)).toHaveLength(approved(inventory).length + 1);
      expect(approved(after)).toContain(open?.modelId);
    });

    test('the list for the prompt lab has the same models', async () => {
      const listed = await demo.backend.api['models.list']({});
      const expected = inventory.models.filter(({ nature }) =>
        ['foundation', 'unknown'].includes(nature),
      );
      expect(listed.map(({ modelId }) => modelId)).toEqual(expected.map(({ modelId }) => modelId));
      const haiku = listed.find(({ modelId }) => modelId === 'anthropic.claude-haiku-5-5');
      expect(haiku?.invokableIds.map(({ id }) => id)).toContain('us.anthropic.claude-haiku-5-5');
    });
  });

  describe('profiles of the demo', () => {
    test('an application profile has its tags, destinations and calls', async () => {
      const { profiles } = await demo.backend.api['models.profiles']({});
      const own = profiles.filter(({ type }) => type === 'APPLICATION');
      expect(own.length).toBeGreaterThan(0);
      for (const { evidence, calls: counted, modelId, destinationRegions } of own) {
        const { profileArn, tags, modelArns } = evidence.item;
        expect(counted).toBe(calls.filter((call) => call.modelId === profileArn).length);
        expect(tags?.read).toBe(true);
        expect(modelArns.every((arn) => arn.endsWith(`/${modelId}`))).toBe(true);
        expect(destinationRegions).toHaveLength(modelArns.length);
      }
    });

    test('one of AWS is told once, with all its accounts', async () => {
      const { profiles } = await demo.backend.api['models.profiles']({});
      const ids = profiles
        .filter(({ type }) => type !== 'APPLICATION')
        .map((each) => each.profileId);
      expect(new Set(ids).size).toBe(ids.length);
      const [sonnet] = profiles.filter(
        ({ profileId }) => profileId === 'eu.anthropic.claude-sonnet-5-5',
      );
      expect(sonnet?.accountIds).toHaveLength(world.accounts.length);
      expect(sonnet?.sourceRegions.every((region) => region.startsWith('eu-'))).toBe(true);
    });
  });

  describe('one model of the demo', () => {
    test('a custom model names the job that made it and what serves it', async () => {
      const [made] = resources().flatMap(({ customModelDeployments }) => customModelDeployments);
      const { related, places: lies } = await detail(made?.modelArn ?? '');
      const kinds = related.map(({ dataset, relation }) => `${dataset} ${relation}`);
      expect(kinds).toContain('customization-jobs made');
      expect(kinds).toContain('custom-model-deployments serves');
      expect(kinds).toContain('provisioned-throughputs serves');
      expect(kinds).toContain('copy-jobs base');
      expect(lies).toMatchObject([
        { dataset: 'custom-models', item: { modelArn: made?.modelArn } },
      ]);
    });

    test('prices are those of the price table, one that is used first', async () => {
      const modelId = 'anthropic.claude-sonnet-5-5';
      const { prices, priceTotal } = await detail(modelId);
      const listed = await demo.backend.api['prices.list']({ modelId });
      expect(priceTotal).toBe(listed.length);
      expect(prices[0]).toMatchObject({ standing: 'used', price: { modelId, tier: 'standard' } });
      expect(prices.map(({ price }) => JSON.stringify(price)).sort()).toEqual(
        listed.map((price) => JSON.stringify(price)).sort(),
      );
    });

    test('whether there is a price for what was used is judged once', async () => {
      const listed = await demo.backend.api['models.list']({});
      const judged = listed.filter(({ priced }) => priced).map(({ modelId }) => modelId);
      const shown = inventory.models.filter(({ prices }) => prices.length > 0);
      expect([...judged].sort()).toEqual(shown.map(({ modelId }) => modelId).sort());
      expect(row('cohere.rerank-v3-5:0')).toMatchObject({ use: { usd: null }, prices: [] });
      const canvas = row('amazon.nova-canvas-v1:0');
      expect(canvas.prices.length > 0).toBe(canvas.use.usd !== null);
    });

    test('a price that contradicts others is told with its reason', async () => {
      const { doubted } = await detail('openai.gpt-6.1-sol');
      expect(doubted[0]).toMatchObject({ standing: 'quarantined' });
      expect(doubted[0]?.reason).toMatch(/would cost/);
    });

    test('a model of every kind has details', async () => {
      const natures = new Set(inventory.models.map(({ nature }) => nature));
      expect(natures.size).toBe(6);
      for (const nature of natures) {
        const listed = inventory.models.find((each) => each.nature === nature);
        const { model } = await detail(listed?.modelId ?? '');
        expect(model.label, nature).toBe(listed?.label);
      }
    }, 60_000);
  });
}
