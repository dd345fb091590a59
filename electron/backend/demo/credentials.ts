import type { WireRequest } from './wire-request.ts';
import type { World, WorldIdentity } from './world/world.ts';

/** What a SigV4 `Authorization` header says; the signature itself is not verified. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  /** The signing name: `monitoring` for CloudWatch. */
  readonly service: string;
}

const SIGNATURE_V4 =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request,\s*SignedHeaders=[^,\s]+,\s*Signature=[0-9a-f]{64}$/;

/** The credential scope of a signed request; null when the header is absent or not SigV4. */
export function readScope(request: WireRequest): CredentialScope | null {
  const [, accessKeyId, region, service] =
    SIGNATURE_V4.exec(request.headers.authorization ?? '') ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return null;
  return { accessKeyId, region, service };
}

/** Session tokens that were handed out, by access key. */
export type IssuedTokens = Map<string, string>;

/** Who signed: null for an unknown key, or a temporary one without its session token. */
export function identify(
  scope: CredentialScope,
  request: WireRequest,
  known: { readonly world: World; readonly tokens: IssuedTokens },
): WorldIdentity | null {
  const token = request.headers['x-amz-security-token'];
  if (scope.accessKeyId.startsWith('ASIA')) {
    const issued = known.tokens.get(scope.accessKeyId) ?? token;
    if (token === undefined || issued !== token) return null;
  }
  return known.world.identityOf(scope.accessKeyId);
}
