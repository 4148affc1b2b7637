// Tasklist keeps unfinished forms in this browser, and the Plan page text that was not saved. After logging out nobody may find a
// child's details there.
for (const key of Object.keys(localStorage)) {
  if (key.startsWith('camunda-form') || key.startsWith('camForm') || key.startsWith('ehc-plan:')) {
    localStorage.removeItem(key);
  }
}
