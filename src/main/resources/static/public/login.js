// A summary of errors is read out and reached first; otherwise the person can type at once.
const summary = document.querySelector('.error-summary');
(summary || document.getElementById('username')).focus();
