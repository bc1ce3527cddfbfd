/** Where the keyboard stands once something was decided: what was focused went away, or cannot be used any more. */
export const isFocusLost = (): boolean => {
  const { activeElement: now } = document;
  const isDisabled = (now instanceof HTMLButtonElement || now instanceof HTMLSelectElement) && now.disabled;
  return now === null || now === document.body || isDisabled;
};
