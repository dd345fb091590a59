import type {
  AccessCatalogue,
  CallPart,
  Route,
} from '../../../../shared/access/catalogue/route.ts';
import { MEMBER } from '../world/readings.ts';

export const SONNET = 'anthropic.claude-sonnet-5-5';
export const NOVA = 'amazon.nova-pro-v1:0';

/** The ARN of a foundation model in a Region. */
export function modelArn(region: string, modelId: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
}

function route(rest: Pick<Route, 'called' | 'modelId' | 'kind' | 'parts' | 'scope'>): Route {
  return {
    id: `us-east-1 ${rest.called}`,
    plane: 'bedrock-runtime',
    accountId: MEMBER,
    region: 'us-east-1',
    destinations: rest.parts.map(({ requestedRegion }) => requestedRegion),
    ...rest,
  };
}

/** A model called in us-east-1 itself. */
export function direct(modelId: string): Route {
  const part: CallPart = {
    role: 'called',
    resource: modelArn('us-east-1', modelId),
    resourceAccount: null,
    requestedRegion: 'us-east-1',
    keys: { 'bedrock:InferenceProfileArn': [] },
  };
  const scope = 'in-region';
  return route({ called: modelId, modelId, kind: 'foundation-model', scope, parts: [part] });
}

/** A model called through its `us.` profile, which may go to us-east-1 and us-east-2. */
export function throughProfile(modelId: string): Route {
  const called = `us.${modelId}`;
  const profile = `arn:aws:bedrock:us-east-1:${MEMBER}:inference-profile/${called}`;
  const first: CallPart = {
    role: 'called',
    resource: profile,
    resourceAccount: MEMBER,
    requestedRegion: 'us-east-1',
    keys: {},
  };
  const others = ['us-east-1', 'us-east-2'].map(
    (region): CallPart => ({
      role: 'destination',
      resource: modelArn(region, modelId),
      resourceAccount: null,
      requestedRegion: region,
      keys: { 'bedrock:InferenceProfileArn': [profile] },
    }),
  );
  const parts = [first, ...others];
  return route({ called, modelId, kind: 'inference-profile', scope: 'geographic', parts });
}

/** Two models in one account: one to be called directly, one in both ways. */
export const CATALOGUE: AccessCatalogue = {
  models: [
    { modelId: NOVA, label: 'Nova Pro', provider: 'Amazon', nature: 'foundation' },
    { modelId: SONNET, label: 'Claude Sonnet 5.5', provider: 'Anthropic', nature: 'foundation' },
    { modelId: 'elsewhere', label: 'Elsewhere', provider: 'Nobody', nature: 'foundation' },
  ],
  routesIn: (accountId) =>
    accountId === MEMBER ? [direct(NOVA), direct(SONNET), throughProfile(SONNET)] : [],
};
