// Tasklist keeps unfinished forms in this browser. After logging out nobody may find a child's details there.
for (const key of Object.keys(localStorage)) {
  if (key.startsWith('camunda-form') || key.startsWith('camForm')) {
    localStorage.removeItem(key);
  }
}
