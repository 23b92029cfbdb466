using Ecommerce.AppHost;
using Ecommerce.AppHost.Kubernetes;
using Ecommerce.AppHost.LocalRun;
using Ecommerce.AppHost.NativeServers;

var builder = DistributedApplication.CreateBuilder(args);

builder.AddKubernetesEnvironment("k8s");

// Servers: containers where an engine is healthy and when publishing, else programs of this machine.
var postgres = builder.AddPostgres("postgres", builder.AddUserName("postgres", "postgres")).WithDataVolume().WithNativeServer();
var redis = builder.AddRedis("redis").WithNativeServer();
var messaging = builder.AddRabbitMQ("messaging", builder.AddUserName("messaging", "ecommerce")).WithDataVolume().WithNativeServer();

// Payment, mail and parcels come from a sandbox on this machine unless real accounts are given as parameters. It lets people log in, too.
var providers = builder.AddProviders();

var auth = builder.AddProject<Projects.Ecommerce_AuthService>("auth-service")
    .WithDatabase(postgres, "authdb").WithMessaging(messaging)
    .WithSecret("Authentication__KeyEncryptionKey", "auth-key-encryption-key")
    .WithSecret("ActionLinks__Key", "auth-action-link-key")
    .WithLoginFrom(providers)
    .WithFirstStaff();

var user = builder.AddProject<Projects.Ecommerce_UserService>("user-service")
    .WithDatabase(postgres, "userdb").WithMessaging(messaging).WithIdentity(auth);

var product = builder.AddProject<Projects.Ecommerce_ProductService>("product-service")
    .WithDatabase(postgres, "productdb").WithMessaging(messaging).WithIdentity(auth)
    .WithImageStorage()
    .WithDemoData();

var discount = builder.AddProject<Projects.Ecommerce_DiscountService>("discount-service")
    .WithDatabase(postgres, "discountdb").WithMessaging(messaging).WithIdentity(auth)
    .WithDemoData();

var shipping = builder.AddProject<Projects.Ecommerce_ShippingService>("shipping-service")
    .WithDatabase(postgres, "shippingdb").WithMessaging(messaging).WithIdentity(auth)
    .WithProvider(providers.Shippo)
    .WithDemoData();

var payment = builder.AddProject<Projects.Ecommerce_PaymentService>("payment-service")
    .WithDatabase(postgres, "paymentdb").WithMessaging(messaging).WithIdentity(auth)
    .WithProvider(providers.Stripe);

var cart = builder.AddProject<Projects.Ecommerce_CartService>("cart-service")
    .WithDatabase(postgres, "cartdb").WithMessaging(messaging).WithIdentity(auth)
    .WithReference(redis).WaitFor(redis)
    .WithReference(product).WithReference(discount).WithReference(shipping);

var order = builder.AddProject<Projects.Ecommerce_OrderService>("order-service")
    .WithDatabase(postgres, "orderdb").WithMessaging(messaging).WithIdentity(auth)
    .WithReference(cart).WithReference(product).WithReference(discount).WithReference(shipping).WithReference(payment)
    .WithSecret("GuestAccess__Key", "order-guest-access-key");

// A shipment is dispatched only after its order has approved it.
shipping.WithReference(order);

var notification = builder.AddProject<Projects.Ecommerce_NotificationService>("notification-service")
    .WithDatabase(postgres, "notificationdb").WithMessaging(messaging).WithIdentity(auth)
    .WithProvider(providers.SendGrid);

var @return = builder.AddProject<Projects.Ecommerce_ReturnService>("return-service")
    .WithDatabase(postgres, "returndb").WithMessaging(messaging).WithIdentity(auth)
    .WithReference(order).WithReference(shipping);

// Follows what customers ask about their data through all of them.
user.WithReference(product).WithReference(cart).WithReference(order).WithReference(payment).WithReference(notification)
    .WithReference(discount).WithReference(shipping).WithReference(@return);

builder.AddProject<Projects.Ecommerce_GatewayService>("gateway-service")
    .WithHttpHealthCheck("/health").WithMessaging(messaging)
    .WithReference(redis).WaitFor(redis)
    .WithLocalLimits().WithInlineSockets()
    .WithReference(auth).WithReference(user).WithReference(product).WithReference(cart).WithReference(order)
    .WithReference(payment).WithReference(notification).WithReference(discount).WithReference(shipping).WithReference(@return)
    .WithExternalHttpEndpoints();

providers.SendWebhooksTo(payment, notification, shipping);
builder.UseSmallFootprint();
builder.StartServicesDirectly();
builder.AddCrashRecovery();
builder.ArrangeDashboard(providers);

await builder.Build().RunAsync();
