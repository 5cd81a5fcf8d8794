//<
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import javax.sql.DataSource;

public class OrderService {
  private final UserTransaction transaction;
  private final DataSource orders;
  private final DataSource points;

  OrderService(UserTransaction transaction, DataSource orders, DataSource points) {
    this.transaction = transaction;
    this.orders = orders;
    this.points = points;
  }

//>
  //zh 两个 XA 数据源；JTA 实现在 commit() 里做下面协调者的事
  //en two XA data sources; inside commit() a JTA implementation does what the coordinator below does
  public void placeOrder(Order order) throws Exception {
    transaction.begin();
    update(orders, "INSERT INTO orders (id) VALUES (?)", order.id());
    update(points, "UPDATE points SET value = value + 10 WHERE order_id = ?", order.id());
    transaction.commit(); //@ order.commit
  }
//<

  private static void update(DataSource source, String sql, String id) throws Exception {
    try (Connection connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      statement.executeUpdate();
    }
  }
}
//>
