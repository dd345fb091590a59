import type { AuthorizerConfiguration } from '@aws-sdk/client-bedrock-agentcore-control';
import type { JwtAuthorizer } from '../../../../shared/model/dataset.ts';
import { list } from '../../aws/required.ts';

/** Which tokens are accepted; null where none is asked for. */
export function toJwtAuthorizer(
  configuration: AuthorizerConfiguration | undefined,
): JwtAuthorizer | null {
  const jwt = configuration?.customJWTAuthorizer;
  if (jwt === undefined) return null;
  return {
    discoveryUrl: jwt.discoveryUrl ?? '',
    allowedAudience: list(jwt.allowedAudience),
    allowedClients: list(jwt.allowedClients),
    allowedScopes: list(jwt.allowedScopes),
  };
}
