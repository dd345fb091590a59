import type { AgentCoreIdentity } from '../../../../../shared/model/dataset.ts';
import { known } from '../agents/known.ts';
import { type Place, secretArn } from '../agents/names.ts';
import { agentCoreArn, SHOP } from './names.ts';

/** The two kinds of providers, as their ARNs spell them. */
type ProviderKind = 'oauth2' | 'apikey';

const KINDS = {
  oauth2: 'oauth2-credential-provider',
  apikey: 'api-key-credential-provider',
} as const;

const PLANS: readonly {
  readonly place: Place;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly vendor: string | null;
}[] = [
  { place: SHOP, kind: 'oauth2', name: 'carrier', vendor: 'CustomOauth2' },
  { place: SHOP, kind: 'oauth2', name: 'calendar', vendor: 'GoogleOauth2' },
  { place: SHOP, kind: 'apikey', name: 'weather', vendor: null },
];

/** The ARN of a credential provider of this world. */
export function providerArn(place: Place, kind: ProviderKind, name: string): string {
  return agentCoreArn(place, `token-vault/default/${kind}credentialprovider/${name}`);
}

/** The credential providers of an account and Region; secrets are named, never held. */
export function providersIn(accountId: string, region: string): readonly AgentCoreIdentity[] {
  return PLANS.filter(({ place }) => place.accountId === accountId && place.region === region).map(
    ({ place, kind, name, vendor }) => ({
      kind: KINDS[kind],
      name,
      arn: providerArn(place, kind, name),
      vendor,
      createdAt: '2026-08-03T10:20:00Z',
      secretArn: known(secretArn(place, `bedrock-agentcore-identity!default/${kind}/${name}`)),
    }),
  );
}
