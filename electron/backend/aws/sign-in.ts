import { AppError } from '../../../shared/model/app-error.ts';
import { NO_CREDENTIALS } from './classify-error.ts';
import { type EndpointSources, profileNameOf } from './endpoints.ts';
import { errorFacts } from './error-facts.ts';
import { plainSentence } from './plain-sentence.ts';
import type { SharedConfig } from './shared-config.ts';

const SINGLE_SIGN_ON = /\bSSO\b|aws sso login/;

/**
 * The error of a profile whose single sign-on is not the profile's own: of its source profile, or of
 * the one that the environment chose. The SDK does not name it, and `aws sso login` works with no
 * other. Any other error as it was thrown.
 */
export function explainSignIn(thrown: unknown, sources: EndpointSources): unknown {
  const { name, message } = errorFacts(thrown);
  if (!NO_CREDENTIALS.test(name) || !SINGLE_SIGN_ON.test(message)) return thrown;
  const used = profileNameOf(sources);
  const signsIn = signInProfile(used, sources.config);
  if (signsIn === null || signsIn === sources.connection.profile) return thrown;
  const through = signsIn === used ? '' : `, which takes them from '${signsIn}'`;
  const text = `No credentials from the profile '${used}'${through}: ${plainSentence(message)} Run \`aws sso login --profile ${signsIn}\`, then scan again.`;
  return new AppError('aws-failed', text, { cause: thrown });
}

/** The first profile of the chain of source profiles that signs in by SSO; null when none does. */
function signInProfile(name: string, { profiles }: SharedConfig): string | null {
  const passed = new Set<string>();
  let next: string | undefined = name;
  while (next !== undefined && !passed.has(next)) {
    passed.add(next);
    const profile = profiles.get(next);
    if (profile?.has('sso_session') || profile?.has('sso_start_url')) return next;
    next = profile?.get('source_profile');
  }
  return null;
}
