import { createHash, timingSafeEqual } from 'node:crypto';

/** What the guard looks at; header values as they came, undefined where absent. */
export interface RequestFacts {
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly token: string | undefined;
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 403 | 421;
  readonly reason: string;
}

/** What the server expects of every request. */
export interface GuardOptions {
  /** The only origin that is served, as in `http://127.0.0.1:40123`. */
  readonly origin: string;
  readonly token: string;
}

const SAME_SITE = ['same-origin', 'none'];

/**
 * Refuses what does not come from this server's own page: another Host (DNS rebinding), another
 * Origin, a cross-site fetch, and API calls without the token. The page's files need no token,
 * because the page loads them before its script has one; they hold nothing private.
 */
export function requestGuard(options: GuardOptions): (facts: RequestFacts) => Refusal | null {
  const host = new URL(options.origin).host;
  const expected = digest(options.token);
  return (facts) => {
    if (facts.host !== host) return { status: 421, reason: 'This host name is not served here.' };
    if (facts.origin !== undefined && facts.origin !== options.origin) {
      return forbidden('Requests of other origins are refused.');
    }
    if (facts.fetchSite !== undefined && !SAME_SITE.includes(facts.fetchSite)) {
      return forbidden(
        'Requests from other sites are refused. Paste the printed address into the address bar.',
      );
    }
    if (!isApiPath(facts.path)) return null;
    const matches = timingSafeEqual(digest(facts.token ?? ''), expected);
    return matches ? null : forbidden(STALE_TOKEN);
  };
}

/** Whether a path belongs to the API rather than to the page. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

const STALE_TOKEN =
  'The access token is missing or belongs to an earlier start. Open the address that Assay printed when it started.';

/** Digests have one length, so that comparing them takes the same time for every token. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function forbidden(reason: string): Refusal {
  return { status: 403, reason };
}
