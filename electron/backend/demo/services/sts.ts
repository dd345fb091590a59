import { instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import { systemNow } from '../../clock.ts';
import { denialMessage } from '../authorize.ts';
import type { IssuedTokens } from '../credentials.ts';
import { awsQuery } from '../protocols/aws-query.ts';
import { QUERY_CODES } from '../protocols/fault-codes.ts';
import { integerOf, requiredText } from '../protocols/input.ts';
import { type Call, type Operation, operations, type Service } from '../service.ts';
import { commonFault } from '../wire-fault.ts';

const HOUR_MS = 3_600_000;

/** AWS Security Token Service. */
export function stsService(tokens: IssuedTokens): Service {
  const protocol = awsQuery({
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    codes: QUERY_CODES,
  });
  return {
    name: 'sts',
    regional: true,
    operations: operations({
      GetCallerIdentity: { action: 'sts:GetCallerIdentity', run: getCallerIdentity },
      AssumeRole: assumeRole(tokens),
    }),
    protocol: () => protocol,
  };
}

function getCallerIdentity({ identity }: Call): object {
  return { Arn: identity.arn, UserId: identity.userId, Account: identity.accountId };
}

function assumeRole(tokens: IssuedTokens): Operation {
  const operation: Operation = {
    action: 'sts:AssumeRole',
    resource: (call) => requiredText(call.input, 'RoleArn'),
    run(call) {
      const roleArn = requiredText(call.input, 'RoleArn');
      const sessionName = requiredText(call.input, 'RoleSessionName');
      const session = call.world.assumeRole(call.identity, roleArn, sessionName);
      if (session === null) {
        throw commonFault(QUERY_CODES, 'denied', denialMessage(call, operation, false));
      }
      tokens.set(session.accessKeyId, session.sessionToken);
      return {
        AssumedRoleUser: { AssumedRoleId: session.identity.userId, Arn: session.identity.arn },
        Credentials: {
          AccessKeyId: session.accessKeyId,
          SecretAccessKey: session.secretAccessKey,
          SessionToken: session.sessionToken,
          Expiration: expiration(session.expiration, integerOf(call.input, 'DurationSeconds')),
        },
      };
    },
  };
  return operation;
}

/** A world may lie in the past; credentials must still be fresh for the SDK's real clock. */
function expiration(fromWorld: string, durationSeconds: number | undefined): string {
  const lifetime = durationSeconds === undefined ? HOUR_MS : durationSeconds * 1000;
  return instantOfMs(Math.max(msOfInstant(fromWorld), msOfInstant(systemNow()) + lifetime));
}
