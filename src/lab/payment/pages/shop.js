fill(document.getElementById("order"), payment.values);
