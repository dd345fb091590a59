import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../../shared/access/catalogue/create-catalogue.ts';
import type { Route } from '../../../../shared/access/catalogue/route.ts';
import {
  ACCOUNT,
  applicationProfile,
  foundationArn,
  foundationModel,
  promptRouter,
  reading,
  systemProfile,
} from './offered.ts';

const SONNET = 'anthropic.claude-sonnet-5-5';
const US = ['us-east-1', 'us-east-2', 'us-west-2'];

describe('routes to foundation models', () => {
  test('an on-demand model is called under its own id, through nothing', () => {
    const [route, ...more] = routesOf(reading('foundation-models', [foundationModel('acme.x')]));
    expect(more).toEqual([]);
    expect(route).toMatchObject({
      id: 'us-east-1 acme.x',
      kind: 'foundation-model',
      plane: 'bedrock-runtime',
      modelId: 'acme.x',
      scope: 'in-region',
      called: 'acme.x',
      destinations: ['us-east-1'],
    });
    expect(route?.parts).toEqual([
      {
        role: 'called',
        resource: foundationArn('acme.x'),
        resourceAccount: null,
        requestedRegion: 'us-east-1',
        keys: { 'bedrock:InferenceProfileArn': [], 'bedrock:PromptRouterArn': [] },
      },
    ]);
  });

  test('a model that only profiles or bought capacity reach has no route of its own', () => {
    const types = ['INFERENCE_PROFILE', 'PROVISIONED'];
    const models = types.map((type) => foundationModel(`acme.${type}`, { inferenceTypes: [type] }));
    expect(routesOf(reading('foundation-models', models))).toEqual([]);
  });

  test('an alias leads to the canonical model, and is called as it is listed', () => {
    const [route] = routesOf(reading('foundation-models', [foundationModel('deepseek.v3.2-v1:0')]));
    expect(route).toMatchObject({ modelId: 'deepseek.v3.2', called: 'deepseek.v3.2-v1:0' });
  });
});

describe('routes through inference profiles', () => {
  test('a geographic profile needs itself and the model in every destination', () => {
    const profile = systemProfile(`us.${SONNET}`, US);
    const [route] = routesOf(reading('inference-profiles', [profile]));
    expect(route).toMatchObject({
      kind: 'inference-profile',
      modelId: SONNET,
      scope: 'geographic',
      called: `us.${SONNET}`,
      destinations: US,
    });
    expect(shape(route)).toEqual([
      ['called', profile.profileArn, 'us-east-1', []],
      ...US.map((region) => [
        'destination',
        foundationArn(SONNET, region),
        region,
        [profile.profileArn],
      ]),
    ]);
    expect(route?.parts.map(({ resourceAccount }) => resourceAccount)).toEqual([
      ACCOUNT,
      null,
      null,
      null,
    ]);
  });

  test('the source Region counts though it serves nothing', () => {
    const profile = systemProfile(`us.${SONNET}`, ['us-west-2', 'us-east-2']);
    const [route] = routesOf(reading('inference-profiles', [profile]));
    expect(shape(route).map(([, , region]) => region)).toEqual([
      'us-east-1',
      'us-west-2',
      'us-east-2',
      'us-east-1',
    ]);
    expect(route?.destinations).toEqual(['us-east-2', 'us-west-2']);
  });

  test.each([['us-east-1', ''], US])('a global profile: itself, the source, no Region', (...at) => {
    const profile = systemProfile(`global.${SONNET}`, at);
    const [route] = routesOf(reading('inference-profiles', [profile]));
    expect(route).toMatchObject({ scope: 'global', destinations: ['every commercial Region'] });
    expect(shape(route)).toEqual([
      ['called', profile.profileArn, 'us-east-1', []],
      ['destination', foundationArn(SONNET), 'us-east-1', [profile.profileArn]],
      ['destination', foundationArn(SONNET, ''), 'unspecified', [profile.profileArn]],
    ]);
  });

  test('an application profile is called by its ARN, which the models behind it are told', () => {
    const profile = applicationProfile(
      'abc123',
      US.map((region) => foundationArn(SONNET, region)),
    );
    const [route] = routesOf(reading('inference-profiles', [profile]));
    expect(route).toMatchObject({
      kind: 'application-inference-profile',
      called: profile.profileArn,
      scope: 'geographic',
    });
    expect(shape(route).map(([, , , through]) => through)).toEqual([
      [],
      ...US.map(() => [profile.profileArn]),
    ]);
  });

  test('an application profile over one Region stays there', () => {
    const profile = applicationProfile('abc123', [foundationArn('amazon.nova-pro-v1:0')]);
    const [route] = routesOf(reading('inference-profiles', [profile]));
    expect(route?.scope).toBe('in-region');
    expect(shape(route)).toHaveLength(2);
  });
});

describe('routes through prompt routers', () => {
  const ids = ['amazon.nova-pro-v1:0', 'amazon.nova-lite-v1:0'];

  test('every model that the router may choose is reached, and needed', () => {
    const router = promptRouter(ids.map((id) => foundationArn(id)));
    const routes = routesOf(reading('prompt-routers', [router]));
    expect(routes.map(({ modelId }) => modelId)).toEqual(ids);
    expect(new Set(routes.map(({ id }) => id)).size).toBe(2);
    for (const route of routes) {
      expect(shape(route)).toHaveLength(3);
      expect(route.parts.map(({ keys }) => keys['bedrock:PromptRouterArn'])).toEqual([
        [],
        [router.promptRouterArn],
        [router.promptRouterArn],
      ]);
    }
  });

  test('a router over profiles needs these and their destinations', () => {
    const profiles = ids.map((id) => systemProfile(`us.${id}`, US));
    const router = promptRouter(profiles.map(({ profileArn }) => profileArn));
    const [route] = routesOf(
      reading('prompt-routers', [router]),
      reading('inference-profiles', profiles),
    ).filter(({ kind }) => kind === 'prompt-router');
    expect(route?.scope).toBe('geographic');
    expect(shape(route).map(([role]) => role)).toEqual([
      'called',
      ...ids.flatMap(() => ['profile', ...US.map(() => 'destination')]),
    ]);
  });

  test('a router over a profile that was not read has no route', () => {
    const router = promptRouter([systemProfile(`us.${SONNET}`, US).profileArn]);
    expect(routesOf(reading('prompt-routers', [router]))).toEqual([]);
  });
});

function routesOf(...readings: Parameters<typeof createCatalogue>[0]): readonly Route[] {
  return createCatalogue(readings).routesIn(ACCOUNT);
}

/** Role, resource, Region and profile of each part. */
function shape(route: Route | undefined) {
  return (route?.parts ?? []).map(({ role, resource, requestedRegion, keys }) => [
    role,
    resource,
    requestedRegion,
    keys['bedrock:InferenceProfileArn'],
  ]);
}
