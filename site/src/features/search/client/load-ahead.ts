/** Whoever begins to ask will want an answer: from the first touch of the form on, what gives it is fetched. */
for (const form of document.querySelectorAll<HTMLFormElement>('form.search-box')) {
  const question = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (question === null) continue;
  form.addEventListener(
    'focusin',
    () => void import('./look-ahead.ts').then(({ lookAhead }) => lookAhead(form, question)).catch(() => undefined),
    { once: true },
  );
}
