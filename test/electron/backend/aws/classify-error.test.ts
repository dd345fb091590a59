import { describe, expect, it } from 'vitest';
import {
  type CallContext,
  classifyError,
} from '../../../../electron/backend/aws/classify-error.ts';

const CONTEXT: CallContext = {
  action: 'bedrock:GetGuardrail',
  region: 'eu-west-1',
  profile: 'prod',
  identified: true,
};

/** An error as the SDK throws it. */
function sdkError(name: string, message = '', status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

function networkError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 10.0.0.1:443`), { code });
}

const NOT_ALLOWED =
  'User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:ListGuardrails on resource: * because no identity-based policy allows the action';

const cases: readonly {
  readonly name: string;
  readonly thrown: unknown;
  readonly context?: Partial<CallContext>;
  readonly status: string;
  readonly says: RegExp;
}[] = [
  {
    name: 'denied without details names the action that was called',
    thrown: sdkError('AccessDeniedException', '', 403),
    status: 'denied',
    says: /^bedrock:GetGuardrail is not allowed: AWS gave no details\.$/,
  },
  {
    name: "denied names the action of AWS's own text",
    thrown: sdkError('AccessDenied', NOT_ALLOWED, 403),
    status: 'denied',
    says: /^bedrock:ListGuardrails is not allowed: User: arn:aws:iam/,
  },
  {
    name: "another account's bucket names the policy that refuses, and who can change it",
    thrown: sdkError(
      'AccessDenied',
      'User: arn:aws:sts::1:assumed-role/a/b is not authorized to perform: s3:GetBucketLocation on resource: "arn:aws:s3:::logs" because no resource-based policy allows the s3:GetBucketLocation action',
      403,
    ),
    status: 'denied',
    says: /^s3:GetBucketLocation is not allowed by the policy of arn:aws:s3:::logs, which its owner's account must change: User/,
  },
  {
    name: 'a Region that is not enabled, once the credentials are known to work',
    thrown: sdkError('UnrecognizedClientException', 'The security token is invalid', 403),
    status: 'unavailable',
    says: /eu-west-1 is not enabled for this account/,
  },
  {
    name: 'wrong credentials, when nothing has accepted them yet',
    thrown: sdkError('InvalidClientTokenId', 'The security token is invalid', 403),
    context: { identified: false },
    status: 'failed',
    says: /does not accept the credentials of the profile 'prod'/,
  },
  {
    name: 'expired credentials say how to sign in',
    thrown: sdkError('ExpiredTokenException', 'The security token included is expired', 403),
    status: 'failed',
    says: /expired.*`aws sso login --profile prod`/,
  },
  {
    name: 'an SSO session that ended says how to sign in',
    thrown: sdkError('TokenProviderError', "Token is expired. To refresh this SSO session run 'x'"),
    status: 'failed',
    says: /No credentials from the profile 'prod'.*`aws sso login --profile prod`/,
  },
  {
    name: 'a profile that asks for an MFA code says how to get a session',
    thrown: sdkError(
      'CredentialsProviderError',
      'Profile prod requires multi-factor authentication, but no MFA code callback was provided.',
    ),
    status: 'failed',
    says: /asks for an MFA code.*`aws configure export-credentials --profile prod --format env`/,
  },
  {
    name: 'no credentials at all',
    thrown: sdkError('CredentialsProviderError', 'Could not load credentials from any providers'),
    context: { profile: null },
    status: 'failed',
    says: /No credentials from the default credential chain.*choose a profile/,
  },
  {
    name: 'a clock that is off',
    thrown: sdkError('RequestTimeTooSkewed', '', 403),
    status: 'failed',
    says: /check the clock/,
  },
  {
    name: 'a signature of another time, which is no Region that is not enabled',
    thrown: sdkError('InvalidSignatureException', 'Signature expired: 20261120T110000Z is now'),
    status: 'failed',
    says: /\(InvalidSignatureException\): check the clock of this computer\.$/,
  },
  {
    name: 'a signature that does not fit',
    thrown: sdkError('SignatureDoesNotMatch', 'The request signature we calculated does not match'),
    status: 'failed',
    says: /check the clock of this computer and the secret key\.$/,
  },
  {
    name: 'throttled to the end',
    thrown: sdkError('ThrottlingException', 'Rate exceeded'),
    status: 'failed',
    says: /kept throttling bedrock:GetGuardrail/,
  },
  {
    name: 'an operation that the endpoint does not know',
    thrown: sdkError('UnknownOperationException', '', 404),
    status: 'unavailable',
    says: /does not offer bedrock:GetGuardrail/,
  },
  {
    name: 'an endpoint that says that it has not been implemented',
    thrown: sdkError('InternalError', 'The action has not been implemented', 500),
    status: 'unavailable',
    says: /does not offer/,
  },
  {
    name: 'a 404 that AWS did not name',
    thrown: sdkError('UnknownError', 'UnknownError', 404),
    status: 'unavailable',
    says: /does not offer/,
  },
  {
    name: 'a 404 that AWS did name is about the resource',
    thrown: sdkError('ResourceNotFoundException', 'The guardrail does not exist', 404),
    status: 'failed',
    says: /bedrock:GetGuardrail failed: The guardrail does not exist\./,
  },
  {
    name: 'a service that is not in the Region',
    thrown: sdkError('ValidationException', 'This operation is not supported in this Region'),
    status: 'unavailable',
    says: /not supported in this Region/,
  },
  {
    name: 'a name that does not resolve',
    thrown: networkError('ENOTFOUND'),
    status: 'unavailable',
    says: /no endpoint for bedrock:GetGuardrail in eu-west-1/,
  },
  {
    name: 'a refused connection',
    thrown: networkError('ECONNREFUSED'),
    status: 'failed',
    says: /failed \(ECONNREFUSED\)/,
  },
  {
    name: 'a connection refused on all addresses',
    thrown: Object.assign(new AggregateError([networkError('ECONNREFUSED')], ''), {
      code: 'ECONNREFUSED',
    }),
    status: 'failed',
    says: /failed \(ECONNREFUSED\)/,
  },
  {
    name: 'a connection that was closed, which the SDK calls a timeout',
    thrown: Object.assign(networkError('ECONNRESET'), { name: 'TimeoutError' }),
    status: 'failed',
    says: /^The connection for bedrock:GetGuardrail in eu-west-1 failed \(ECONNRESET\)/,
  },
  {
    name: 'no answer in time',
    thrown: sdkError('TimeoutError', 'Connection timed out'),
    status: 'failed',
    says: /did not answer in time/,
  },
  {
    name: 'an answer that is no JSON',
    thrown: Object.assign(new SyntaxError('Unexpected token <'), {
      $metadata: { httpStatusCode: 200 },
    }),
    status: 'failed',
    says: /answered with HTTP status 200 by text that is not AWS's/,
  },
  {
    name: 'something unknown keeps its message as one sentence',
    thrown: sdkError('OddException', 'first line\n    at file.js:1:2\n    at b'),
    status: 'failed',
    says: /^bedrock:GetGuardrail failed: first line\.$/,
  },
  { name: 'a thrown text', thrown: 'no', status: 'failed', says: /failed: no\.$/ },
];

describe('the outcome of an AWS error', () => {
  it.each(cases)('$name', ({ thrown, context, status, says }) => {
    const outcome = classifyError(thrown, { ...CONTEXT, ...context });
    expect(outcome.status).toBe(status);
    expect(outcome.reason).toMatch(says);
  });

  it('names the missing IAM action as data', () => {
    const outcome = classifyError(sdkError('AccessDenied', NOT_ALLOWED, 403), CONTEXT);
    expect(outcome).toMatchObject({ status: 'denied', action: 'bedrock:ListGuardrails' });
  });

  it('carries no stack, markup or credential', () => {
    const message =
      '<html><b>Bad</b></html> key AKIAIOSFODNN7EXAMPLE X-Amz-Signature=abcdef0123 secret_access_key: hunter2 \n    at Object.<anonymous> (/x.js:1)';
    const { reason } = classifyError(sdkError('Odd', message), CONTEXT);
    expect(reason).not.toMatch(/AKIA|abcdef0123|hunter2|<b>|x\.js/);
    expect(reason).toContain('Bad');
  });
});
