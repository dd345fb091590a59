import { parseModelId } from '../../model/model-id.ts';
import { segments } from '../matching/match-arn.ts';
import type { CallPart, PartRole } from './route.ts';

/** `aws:RequestedRegion` of the Regionless part of a global profile. */
export const UNSPECIFIED_REGION = 'unspecified';

const PROFILE_KEY = 'bedrock:InferenceProfileArn';
const ROUTER_KEY = 'bedrock:PromptRouterArn';

/** What stands between the caller and a foundation model. */
export interface Through {
  readonly profileArn?: string;
  readonly routerArn?: string;
}

/** The resource that the call itself names; it is not reached through anything. */
export function calledPart(resource: string, region: string): CallPart {
  return partOf('called', resource, { region, through: {} });
}

/** A profile that a prompt router calls in its turn. */
export function innerProfilePart(resource: string, region: string, through: Through): CallPart {
  return partOf('profile', resource, { region, through });
}

/**
 * A foundation model that answers in one of the Regions of a profile. `bedrock:InferenceProfileArn`
 * and `bedrock:PromptRouterArn` tell there through what it was called (Amazon Bedrock User Guide,
 * "Prerequisites for inference profiles": the key scopes statements on `foundation-model` resources).
 */
export function destinationPart(modelArn: string, through: Through): CallPart {
  const region = parseModelId(modelArn).region ?? UNSPECIFIED_REGION;
  return partOf('destination', modelArn, { region, through });
}

function partOf(
  role: PartRole,
  resource: string,
  { region, through }: { readonly region: string; readonly through: Through },
): CallPart {
  const { profileArn, routerArn } = through;
  return {
    role,
    resource,
    resourceAccount: segments(resource)[4] || null,
    requestedRegion: region,
    keys: {
      [PROFILE_KEY]: profileArn === undefined ? [] : [profileArn],
      [ROUTER_KEY]: routerArn === undefined ? [] : [routerArn],
    },
  };
}
