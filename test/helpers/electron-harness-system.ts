/** Records what would be handed to the system's browser. */
export function harnessShell() {
  const opened: string[] = [];
  return {
    opened,
    openExternal: async (address: string): Promise<void> => {
      opened.push(address);
    },
  };
}

/** Answers folder dialogs with what a test queued, and records error boxes. */
export function harnessDialog() {
  const answers: string[] = [];
  const errors: { readonly title: string; readonly message: string }[] = [];
  return {
    answers,
    errors,
    showOpenDialog: async () => {
      const folder = answers.shift();
      return folder === undefined
        ? { canceled: true, filePaths: [] }
        : { canceled: false, filePaths: [folder] };
    },
    showErrorBox: (title: string, message: string) => {
      errors.push({ title, message });
    },
  };
}
