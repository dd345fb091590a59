/** What letters, colours, dot and edge mean. */
export function MatrixLegend({ marksApproval }: { readonly marksApproval: boolean }) {
  return (
    <ul className="matrix-legend" aria-label="Legend">
      {MARKS.filter(({ mark }) => marksApproval || mark !== 'matrix-unapproved').map(
        ({ mark, letter, words }) => (
          <li key={words}>
            <span className={`matrix-cell ${mark}`} aria-hidden="true">
              {letter}
            </span>
            {words}
          </li>
        ),
      )}
    </ul>
  );
}

const MARKS: readonly {
  readonly mark: string;
  readonly letter: string;
  readonly words: string;
}[] = [
  { mark: 'matrix-A', letter: 'A', words: 'allowed' },
  { mark: 'matrix-C', letter: 'C', words: 'conditional' },
  { mark: 'matrix-U', letter: 'U', words: 'unknown' },
  { mark: '', letter: '', words: 'denied' },
  { mark: 'matrix-none', letter: '', words: 'not offered' },
  { mark: 'matrix-used', letter: '', words: 'used in the window' },
  { mark: 'matrix-unapproved', letter: '', words: 'not approved' },
];
